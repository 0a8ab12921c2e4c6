// One case as it is lived in a simulation: its clock, its journal, its ledger; whatever is said is judged by the ledger, before and after.
import {
  decide,
  defaults,
  open,
  settingsWith,
  type Actor,
  type CaseEvent,
  type Decision,
  type EventOf,
  type EventType,
  type Id,
  type Refusal,
  type Settings,
  type StoredCase,
} from '#libs/case';
import type { Chance } from './chance.js';
import { Ledger } from './ledger.js';
import { objections } from './objections.js';
import { brokenBy } from './promises.js';
import { changedBeyond } from './walls.js';
import { mustBeHeard } from './always-heard.js';
import { actorOf } from './people-of-service.js';

const MINUTE = 60_000;
/** What is said of an event: its moment and, mostly, who says it are filled in. */
export type Said<T extends EventType = EventType> = {
  [K in T]: { type: K; by?: Id; on?: string } & Omit<EventOf<K>, 'type' | 'by' | 'at' | 'on' | 'deviations'>;
}[T];

/** A promise broken, with the seed that breaks it again and the events that led there. */
export class BrokenPromise extends Error {
  constructor(seed: number, what: readonly string[], journal: readonly CaseEvent[], last?: CaseEvent) {
    const lines = [...journal.slice(-14), ...(last ? [last] : [])].map((e) => JSON.stringify(e));
    super(`LIVES_SEED=${seed} LIVES=1: ${what.join('; ')}\n  ${lines.join('\n  ')}`);
    this.name = 'BrokenPromise';
  }
}

export class Life {
  readonly settings: Settings = settingsWith(defaults);
  readonly journal: CaseEvent[] = [];
  readonly ledger = new Ledger();
  refused = 0;
  stored: StoredCase;
  private time: number;

  constructor(
    readonly seed: number,
    readonly by: Chance,
    opened: Omit<EventOf<'case.opened'>, 'at'>,
  ) {
    this.time = Date.parse('2026-03-02T09:00:00Z');
    const first = { ...opened, at: this.now() } as EventOf<'case.opened'>;
    this.stored = open(first, this.settings).next;
    this.journal.push(first);
    this.ledger.read(first);
  }
  now = (): string => new Date(this.time).toISOString();
  pass(ms: number): void {
    this.time += ms;
  }
  goTo(at: string): void {
    this.time = Math.max(this.time, Date.parse(at));
  }
  broke(what: readonly string[], last?: CaseEvent): never {
    throw new BrokenPromise(this.seed, what, this.journal, last);
  }
  /** The event of what is said now, by the person named or by somebody who may say it; null when nobody may. */
  eventOf(what: Said): CaseEvent | null {
    const draft = { ...what, at: this.now(), by: what.by ?? '' } as CaseEvent;
    const actor: Actor | null =
      what.by === undefined
        ? actorOf(draft, this.stored.facts)
        : { kind: 'staff', id: what.by, serviceId: 'service', roles: [] };
    return actor ? ({ ...draft, by: actor.id } as CaseEvent) : null;
  }
  /** Says something; null when nobody may say it. Throws BrokenPromise. */
  say(what: Said): Decision | Refusal | null {
    this.time += MINUTE * (1 + this.by.upTo(20));
    const event = this.eventOf(what);
    return event ? this.tell(event) : null;
  }
  private tell(event: CaseEvent): Decision | Refusal {
    const before = this.stored;
    const decided = decide(before, event, this.settings, this.journal);
    this.compare(event, before, decided);
    if (decided.ok) this.accept(before, decided);
    else {
      this.refused += 1;
      const must = mustBeHeard(this.ledger, event, decided, this.settings);
      if (must.length > 0) this.broke([...must, JSON.stringify(decided)], event);
      if (decided.why === 'blocked' && decided.blockers.length === 0)
        this.broke(['it is refused and nothing says why'], event);
    }
    return decided;
  }
  /** What the ledger has against it, and what the core has: a step is possible exactly when nothing stands before it (R95 apart). */
  private compare(event: CaseEvent, before: StoredCase, decided: Decision | Refusal): void {
    const late = event.on !== undefined;
    const l = late ? Ledger.asOf(this.journal, event.on ?? event.at) : this.ledger;
    if (late && event.type === 'conference.recorded') return;
    const against = objections(l, event, before, this.settings, event.on ?? event.at);
    if (against === null) return;
    if (decided.ok && !late && against.length > 0) this.broke([`accepted though ${against.join(', ')}`], event);
    if (decided.ok && late && decided.event.deviations?.length === 0 && against.length > 0)
      this.broke([`recorded late without deviation though ${against.join(', ')}`], event);
    if (
      !decided.ok &&
      decided.why === 'blocked' &&
      against.length === 0 &&
      decided.blockers.every((b) => !['unsound', 'unknown', 'attendee', 'companion', 'closed'].includes(b.rule))
    )
      this.broke([`refused though nothing stands before it: ${JSON.stringify(decided.blockers)}`], event);
  }
  private accept(before: StoredCase, { next, event, effects }: Decision): void {
    const beyond = changedBeyond(this.ledger, event, before, next);
    this.journal.push(event);
    this.ledger.read(event);
    this.stored = next;
    const what = [...beyond, ...brokenBy({ event, before, after: next, l: this.ledger, s: this.settings, effects })];
    if (next.facts.learnt !== this.journal.length) what.push('it has learnt another number of events than happened');
    if (what.length > 0) this.broke(what);
  }
}
