// What a worker makes of the effects of decisions: schedules and messages, each begun once and ended once.
import type { CaseEvent, Decision } from '#libs/case';

/** Keeps what is due and what waits, from the effects alone. */
export class Worker {
  readonly scheduled = new Map<string, string>();
  readonly posted = new Set<string>();

  /** What a worker would make of the effects: schedules and messages, each begun once and ended once. */
  carryOut(effects: Decision['effects'], event: CaseEvent): string[] {
    const what: string[] = [];
    if (event.type === 'notice.sent') this.posted.delete(event.noticeId);
    for (const e of effects) {
      if (e.type === 'unschedule' && !this.scheduled.delete(`${e.name}|${e.about}`))
        what.push(`${e.name} is cancelled and was not due`);
      if (e.type === 'schedule') {
        if (this.scheduled.has(`${e.name}|${e.about}`)) what.push(`${e.name} is scheduled twice`);
        if (new Date(e.on).toISOString() !== e.on) what.push(`${e.name} is due on ${e.on}`);
        this.scheduled.set(`${e.name}|${e.about}`, e.on);
      }
      if (e.type === 'notice.queue') this.posted.add(e.noticeId);
      if (e.type === 'notice.cancel' && !this.posted.delete(e.noticeId))
        what.push(`${e.noticeId} is cancelled and did not wait`);
    }
    return what;
  }
}
