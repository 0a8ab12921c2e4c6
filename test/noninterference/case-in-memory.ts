// A case lived in memory, event by event, so that the same events can be lived again with secrets among them.
import {
  decide,
  doors,
  may,
  open,
  settingsWith,
  type Blocker,
  type CaseEvent,
  type Effect,
  type EventOf,
  type EventType,
  type Id,
  type StoredCase,
} from '#libs/case';
import { answer, stamped, type Around, type Said } from '../scenario/answer-blocker.js';
import type { Chance } from '../simulation/chance.js';
import { steps } from './steps.js';

export const settings = settingsWith({});
const MINUTE = 60_000;
const DAY = 86_400_000;
/** Far ahead: shortly before a meeting people are told at once that it is off, so that nobody is on the way to it. */
const DAYS_TO_A_MEETING = 30;

/** What happened, in order, and what the case is afterwards. */
export interface AppliedEvents {
  readonly events: readonly CaseEvent[];
  readonly stored: StoredCase;
  /** What follows from each event, at the event's instant. */
  readonly effects: readonly (Effect & { readonly since: string })[];
}

/** One case, and its clock: a minute for each thing said. */
export class CaseInMemory {
  readonly events: CaseEvent[] = [];
  readonly effects: (Effect & { since: string })[] = [];
  stored: StoredCase;

  constructor(
    opened: EventOf<'case.opened'>,
    readonly around: Around,
    readonly by: Chance,
    private now = Date.parse(opened.at),
  ) {
    const first = open(opened, settings);
    this.stored = first.next;
    this.events.push(opened);
    this.effects.push(...first.effects.map((effect) => ({ ...effect, since: opened.at })));
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }
  passes(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** Tries to say something; whether it happened. */
  says(said: Said): boolean {
    this.now += MINUTE;
    return may(said.by, stamped(said, this.at), this.stored.facts) && this.happens(stamped(said, this.at));
  }

  /** Tells the case an event as it is. */
  happens(event: CaseEvent): boolean {
    const decided = decide(this.stored, event, settings, this.events);
    if (!decided.ok) return false;
    this.stored = decided.next;
    this.events.push(decided.event);
    this.effects.push(...decided.effects.map((effect) => ({ ...effect, since: event.at })));
    return true;
  }

  /** Answers what stands before a step, as the practice would, and takes it; whether it was taken. */
  takes(event: EventType, about: Id | null = null, processId: Id | null = null): boolean {
    for (let tries = 0; tries < 120; tries += 1) {
      const all = doors(this.stored, this.at, settings);
      const door = all.find(
        (each) =>
          each.event === event &&
          (about === null || each.about === about) &&
          (processId === null || each.processId === processId),
      );
      if (!door) return false;
      if (door.open) {
        const said = steps[event]?.(door, this.stored, this.around);
        return said ? this.says(this.dated(said)) : false;
      }
      // Judging every door costs most: all that stands before this one is answered before it is looked at again.
      if (door.blockers.filter((each) => this.answers(each, door.processId, 3)).length === 0) return false;
    }
    return false;
  }
  private dated(said: Said): Said {
    if (said.type !== 'conference.booked') return said;
    return { ...said, startsAt: new Date(this.now + DAYS_TO_A_MEETING * DAY).toISOString() };
  }
  private answers(blocker: Blocker, processId: Id | null, depth: number): boolean {
    const said = answer(blocker, this.stored.facts, this.around, this.at, processId);
    if (!said) return false;
    if (this.says(said)) return true;
    if (depth === 0) return false;
    const decided = decide(this.stored, stamped(said, this.at), settings, this.events);
    return !decided.ok && decided.blockers.some((each) => this.answers(each, processId, depth - 1));
  }

  get applied(): AppliedEvents {
    return { events: this.events, stored: this.stored, effects: this.effects };
  }
}
