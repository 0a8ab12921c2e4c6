// A case from one seed, from opening to end: half of its steps answer what stands before a door, the other half are whatever happens.
import {
  decide,
  doors,
  due,
  fold,
  may,
  open,
  overdue,
  settingsWith,
  stageOf,
  type CaseEvent,
  type Decision,
  type DoorNow,
  type Refusal,
  type Settings,
  type StoredCase,
  processTypes,
} from '#libs/case';
import { answer, stamped, type Said } from '../scenario/answer-blocker.js';
import { chance, type Chance } from './chance.js';
import { opening } from './opening.js';
import { happening } from './random-events.js';
import { namesOf } from './moment.js';
import { Ledger } from './ledger.js';
import { brokenBy } from './promises.js';
import { around, clock } from './staff.js';
import { draft, steps, tried } from './steps.js';
import { complaint, neverRefused, notJson, notJsonIn, sorted, inSession } from './checks.js';
import { Worker } from './worker.js';

const [MINUTE, DAY] = [60_000, 86_400_000];

/** What a simulated case came to. */
export interface SimulatedCase {
  seed: number;
  journal: CaseEvent[];
  refused: number;
  stages: Set<string>;
}
/** A promise broken, with the seed that breaks it again and the events that led there. */
export class BrokenPromise extends Error {
  constructor(seed: number, what: readonly string[], journal: readonly CaseEvent[]) {
    const last = journal.slice(-12).map((e) => JSON.stringify(e));
    super(`LIVES_SEED=${seed} LIVES=1: ${what.join('; ')}\n  ${last.join('\n  ')}`);
    this.name = 'BrokenPromise';
  }
}

/** Simulates one case. Throws BrokenPromise. */
export function simulateCase(seed: number, length: number): SimulatedCase {
  return new Simulation(seed).run(length);
}

class Simulation {
  private readonly by: Chance;
  private readonly settings: Settings = settingsWith({});
  private readonly ledger = new Ledger();
  private readonly journal: CaseEvent[] = [];
  private readonly worker = new Worker();
  private readonly stages = new Set<string>();
  private now = Date.parse('2026-03-02T09:00:00Z');
  private refused = 0;
  private stored: StoredCase;
  private readonly type;

  constructor(private readonly seed: number) {
    this.by = chance(seed);
    this.type = this.by.some(namesOf(processTypes));
    const opened = opening(this.by, this.tick());
    const first = open(opened, this.settings);
    this.stored = first.next;
    this.accept(opened, null, first);
  }

  run(length: number): SimulatedCase {
    this.gather();
    const goal = this.by.number(); // some lives begin well, some until people are about to meet, so that all stages are met
    const smooth = goal < 0.3 ? 0 : goal < 0.6 ? 20 + this.by.upTo(50) : 120;
    for (let i = 0; i < smooth && !(smooth === 120 && this.isMeeting()); i++) this.answerOne();
    for (let i = 0; i < length; i++) {
      if (this.by.percent(4)) this.jump();
      else if (this.by.percent(50)) this.answerOne();
      else this.happen();
    }
    this.end();
    return { seed: this.seed, journal: this.journal, refused: this.refused, stages: this.stages };
  }

  private isMeeting(): boolean {
    const { state } = this.stored;
    return typeof state !== 'string' && (state.conference === 'underWay' || state.conference === 'exchange');
  }
  private tick(): string {
    this.now += MINUTE * (1 + this.by.upTo(90));
    return new Date(this.now).toISOString();
  }
  private broke(what: readonly string[]): never {
    throw new BrokenPromise(this.seed, what, this.journal);
  }

  /** The people of this case: one or several on each side, sometimes a supporter. */
  private gather(): void {
    const person = (role: 'harmed' | 'responsible') => {
      const participantId = this.by.id();
      const dice = this.by.upTo(10);
      const age = dice < 7 ? 'adult' : dice < 8 ? 'sixteenOrSeventeen' : dice < 9 ? 'underSixteen' : 'unknown';
      this.say({
        by: this.a().staff.coordinator,
        type: 'participant.joined',
        participantId,
        personId: this.by.id(),
        role,
        age,
        approach: this.by.percent(90) ? 'agreed' : 'unknown',
      });
      return participantId;
    };
    const harmed = person('harmed');
    for (const role of ['harmed', 'responsible'] as const) if (this.by.percent(25)) person(role);
    person('responsible');
    if (this.by.percent(25))
      this.say({
        by: this.a().staff.coordinator,
        type: 'participant.joined',
        participantId: this.by.id(),
        personId: this.by.id(),
        role: 'supporter',
        supports: harmed,
        age: 'adult',
        approach: 'agreed',
      });
  }
  private readonly a = () => around(this.stored.facts, this.by);

  /** One step of the practice: go through an open door, or do what the first blocker of a shut one asks for. */
  private answerOne(): void {
    const { facts } = this.stored;
    const words = this.by.percent(70) ? draft(this.stored, this.a(), this.by) : null;
    if (words) return void this.say(words);
    if (facts.preparation.process === null && stageOf(this.stored.state) === 'preparation' && this.by.percent(50))
      return void this.say({
        by: this.a().staff.lead,
        type: 'process.chosen',
        processType: this.type,
        reason: this.by.id(),
      });
    const at = this.tick();
    const all = doors(this.stored, at, this.settings, inSession(this.stored) ? undefined : 'step');
    const door = tried(all, facts, this.by);
    if (!door) return this.happen();
    if (door.open) return this.goThrough(door, at);
    if (this.by.percent(10)) this.tryShut(door, at);
    const first = door.blockers[0];
    const booking = facts.conference.booking;
    if (first?.who === 'clock' && booking && first.about === booking.bookingId)
      this.now = Math.max(this.now, Date.parse(booking.startsAt));
    this.supply(first ? answer(first, facts, this.a(), at) : null, 3);
  }
  /** Says what removes a blocker; when that is shut itself, what stands before it. */
  private supply(said: Said | null, depth: number): void {
    if (!said) return this.happen();
    const told = this.say(said);
    if (!told || told.ok || depth === 0) return;
    const first = told.blockers[0];
    this.supply(first ? answer(first, this.stored.facts, this.a(), this.tick()) : null, depth - 1);
  }
  private goThrough(door: DoorNow, at: string): void {
    const said = steps[door.event]?.(door, this.stored, this.a(), this.by, at);
    if (!said) return this.happen();
    const event = stamped(said, at);
    const decided = this.tell(said, event);
    if (decided && !decided.ok && decided.blockers.some((b) => !complaint(b.rule)))
      this.broke([`${door.event} has an open door and is refused: ${JSON.stringify(decided.blockers)}`]);
  }
  /** A shut door refuses, with the blockers it shows. */
  private tryShut(door: DoorNow, at: string): void {
    const said = steps[door.event]?.(door, this.stored, this.a(), this.by, at);
    if (!said) return;
    const decided = decide(this.stored, stamped(said, at), this.settings);
    if (decided.ok) this.broke([`${door.event} has a shut door and is accepted: ${JSON.stringify(door.blockers)}`]);
    const shown = new Set(decided.ok ? [] : decided.blockers.map((b) => JSON.stringify(b)));
    if (decided.ok || !door.blockers.every((b) => shown.has(JSON.stringify(b))))
      this.broke([
        `${door.event} shows ${JSON.stringify(door.blockers)} and refuses with ${JSON.stringify(decided.ok ? [] : decided.blockers)}`,
      ]);
  }
  private happen(): void {
    this.say(happening({ facts: this.stored.facts, a: this.a(), by: this.by, at: this.tick() }));
  }
  /** Days to months go by, and every deadline with them. */
  private jump(): void {
    this.now += DAY * this.by.some([1, 2, 7, 30, 100]);
    for (const d of overdue(this.stored.facts, new Date(this.now).toISOString(), this.settings)) {
      const said = { by: clock, type: 'deadline.passed' as const, ...d };
      const decided = this.say(said);
      if (!decided?.ok) this.broke([`${d.name} is overdue and cannot go by: ${JSON.stringify(decided)}`]);
    }
  }

  private say(said: Said): Decision | Refusal | null {
    return this.tell(said, stamped(said, this.tick()));
  }
  private tell(said: Said, event: CaseEvent): Decision | Refusal | null {
    const { facts } = this.stored;
    if (!may(said.by, event, facts)) return null;
    const before = this.stored;
    const decided = decide(before, event, this.settings);
    if (decided.ok) this.accept(event, before, decided);
    else {
      this.refused += 1;
      if (neverRefused(event, this.ledger))
        this.broke([`${JSON.stringify(event)} is refused: ${JSON.stringify(decided)}`]);
      if (decided.why === 'blocked' && decided.blockers.length === 0)
        this.broke([`${event.type} is refused and nothing says why`]);
    }
    return decided;
  }

  private accept(event: CaseEvent, before: StoredCase | null, { next, effects }: Decision): void {
    const duties = new Map(Object.entries(this.stored.facts.facilitators.assigned).map(([id, x]) => [id, x.duty]));
    this.journal.push(event);
    this.ledger.read(event);
    this.stored = next;
    this.stages.add(JSON.stringify(next.state));
    const hole = before ? notJsonIn(next.facts, before.facts) : notJson(next.facts, 'facts');
    const what = [
      ...(before ? brokenBy({ event, before, after: next, ledger: this.ledger, duties, settings: this.settings }) : []),
      ...this.worker.carryOut(effects, event),
      ...(hole ? [`${hole} is not plain JSON`] : []),
      ...(next.facts.learnt === this.journal.length
        ? []
        : ['the case has learnt another number of events than happened']),
    ];
    if (what.length > 0) this.broke(what);
  }

  /** At the end: the fold of the journal is the case, and what waits is what should. */
  private end(): void {
    if (JSON.stringify(sorted(fold(this.journal))) !== JSON.stringify(sorted(this.stored)))
      this.broke(['the case is not the fold of its journal']);
    const should = due(this.stored.facts, this.settings)
      .map((d) => `${d.name}|${d.about}|${d.on}`)
      .toSorted();
    const is = [...this.worker.scheduled].map(([k, on]) => `${k}|${on}`).toSorted();
    if (should.join('\n') !== is.join('\n')) this.broke([`due: ${should.join(', ')}; scheduled: ${is.join(', ')}`]);
    if ([...this.worker.posted].toSorted().join() !== Object.keys(this.stored.facts.post.queued).toSorted().join())
      this.broke(['the post holds other messages than the case']);
  }
}
