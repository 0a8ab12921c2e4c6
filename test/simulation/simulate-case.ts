// A case from one seed, from its opening on: some steps answer what stands before a process, the others are whatever happens.
import {
  doors,
  due,
  fold,
  overdue,
  type Blocker,
  type CaseEvent,
  type Decision,
  type DoorNow,
  type Id,
  type ProcessType,
  type Refusal,
  type Role,
} from '#libs/case';
import { answers, joins, type Asked } from './answers.js';
import { assigns } from './assigning.js';
import { chance } from './chance.js';
import { happening } from './happenings.js';
import { kindsOf, next } from './guide.js';
import { opening } from './opening.js';
import { Life, type Said } from './life.js';

const DAY = 86_400_000;
/** A case of more events than this has become a chronicle: what is written down late in it is judged against all of it. */
const LONGEST = 240;
/** What a simulated case came to. */
export interface SimulatedCase {
  seed: number;
  journal: readonly CaseEvent[];
  refused: number;
  /** Everything that was reached: places, events, kinds of process that met or passed something, and what was shut by whom. */
  met: ReadonlySet<string>;
}
/** Blockers of what was said, which no door can know. */
const complaints: readonly Blocker['rule'][] = [
  'unsound',
  'unknown',
  'attendee',
  'order',
  // leave to take part is asked for the day of the meeting, as orders are: custody may have ended by then
  'approval',
  'item',
  'safeContact',
  'channelFrozen',
  'companion',
  'notReached',
  'author',
  'notDue',
  'notApproached',
];
const sorted = (value: unknown): unknown =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.map(sorted)
      : Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        );

/** Simulates one case. Throws BrokenPromise. */
export function simulateCase(seed: number, length: number): SimulatedCase {
  return new Simulation(seed).run(length);
}

class Simulation {
  private readonly by;
  private readonly life: Life;
  private readonly aims = new Map<Id, ProcessType>();
  private readonly met = new Set<string>();

  constructor(private readonly seed: number) {
    this.by = chance(seed);
    this.life = new Life(seed, this.by, opening(this.by));
  }
  run(length: number): SimulatedCase {
    this.gather();
    const goal = this.by.number(); // some cases begin well, so that every kind of process is reached
    for (let i = 0; i < (goal < 0.15 ? 0 : goal < 0.4 ? 6 : 12); i++) this.guide('first');
    for (let i = 0; i < length && this.life.journal.length < LONGEST; i++) {
      const dice = this.by.upTo(100);
      if (dice < 4) this.jump();
      else if (dice < 14) this.send();
      else if (dice < 58) this.guide(this.aProcess());
      else this.hear(happening(this.asked(this.aProcess())));
    }
    this.end();
    return { seed: this.seed, journal: this.life.journal, refused: this.life.refused, met: this.met };
  }
  private aProcess(): Id {
    const all = Object.entries(this.life.stored.facts.processes);
    const going = all.filter(([, p]) => !p.ended);
    return this.by.one(going.length > 0 && this.by.percent(95) ? going : all)?.[0] ?? 'first';
  }
  private asked(processId: Id): Asked {
    const aim = this.aims.get(processId) ?? this.by.some(kindsOf);
    this.aims.set(processId, aim);
    return { stored: this.life.stored, by: this.by, processId, type: aim, at: this.life.now() };
  }
  private hear(said: Said | null): Decision | Refusal | null {
    if (!said) return null;
    const { life } = this;
    const decided = life.say(said);
    if (decided?.ok) {
      this.met.add(said.type);
      if (said.on !== undefined)
        this.met.add(decided.event.deviations?.length ? 'late, a deviation' : 'late, and clean');
      for (const [id, place] of Object.entries(life.stored.state.processes)) {
        this.met.add(JSON.stringify(place));
        const type = life.stored.facts.processes[id]?.type?.type;
        if (said.type === 'conference.begun' && said.processId === id) this.met.add(`met: ${type}`);
        if (said.type === 'communication.passed' && said.processId === id) this.met.add(`passed: ${type}`);
      }
      if (Object.keys(life.stored.state.processes).length > 1) this.met.add('several processes');
    }
    return decided;
  }

  /** Two people harmed, two responsible, with whom some come, and whoever else a process may need. */
  private gather(): void {
    const age = () => (this.by.percent(80) ? 'adult' : this.by.some(['sixteenOrSeventeen', 'underSixteen', 'unknown']));
    const person = (role: Role, more: object = {}): Id => {
      const said = joins(this.by, role, {
        age: age(),
        approach: this.by.percent(90) ? 'agreed' : this.by.some(['unknown', 'asked']),
        ...more,
      });
      this.hear(said);
      return (said as { participantId: Id }).participantId;
    };
    const harmed = person('harmed');
    const responsible = person('responsible');
    if (this.by.percent(35)) person('harmed');
    if (this.by.percent(25)) person('responsible');
    for (const supports of [harmed, responsible])
      if (this.by.percent(30)) person('supporter', { supports, age: 'adult' });
    if (this.by.percent(25)) person('interpreter', { age: 'adult' });
    if (this.by.percent(20)) person('communityMember', { age: 'adult' });
    if (this.by.percent(15)) person('representative', { supports: harmed, age: 'adult' });
    for (const duty of ['lead', 'supervisor'] as const)
      for (let i = 0; i < 3; i++) this.hear(assigns(this.asked('first'), duty));
  }

  /** The next step of a process: what stands before it is answered, one after another, until it is taken or something must wait. */
  private guide(processId: Id): void {
    for (let i = 0; i < 40; i++) {
      const asked = this.asked(processId);
      const said = next(asked);
      if (!said) return;
      if (said.type === 'conference.begun' && this.by.percent(80)) this.onTheDay(processId);
      const shown = this.by.percent(12) ? this.doorOf(said) : null;
      const decided = this.hear(said);
      if (shown && decided) this.compare(said, shown, decided);
      // nobody may say it: somebody takes the case first
      if (!decided && this.hear(assigns(this.asked(processId), 'lead'))?.ok) continue;
      if (!decided || decided.ok) return;
      const inOrder = this.by.percent(80) ? decided.blockers : decided.blockers.toReversed();
      if (!inOrder.slice(0, 4).some((blocker) => this.supply(blocker, processId, 4))) return;
    }
  }
  private onTheDay(processId: Id): void {
    const startsAt = this.life.stored.facts.processes[processId]?.conference.booking?.startsAt;
    if (startsAt) this.life.goTo(`${startsAt.slice(0, 10)}T08:00:00.000Z`);
  }
  /** Says what removes a blocker; when that is shut itself, what stands before it. */
  private supply(blocker: Blocker, processId: Id, depth: number): boolean {
    const said = answers[blocker.rule]?.(blocker, this.asked(processId)) ?? null;
    const decided = this.hear(said);
    if (!decided) return false;
    if (decided.ok) return true;
    const first = decided.blockers[0];
    return first !== undefined && this.supply(first, processId, depth - 1) && depth > 1 && this.hear(said)?.ok === true;
  }

  /** The door that a step passes, as it is shown before anybody tries; null where what is said decides which. */
  private doorOf(said: Said): DoorNow | null {
    const of = said as { processId?: Id; communicationId?: Id; itemId?: Id };
    const about =
      said.type === 'communication.passed' ? of.communicationId : said.type === 'item.agreed' ? of.itemId : null;
    if (said.type === 'suitability.decided' || said.type === 'conference.ended') return null;
    const { life } = this;
    return (
      doors(life.stored, life.now(), life.settings, 'step').find(
        (d) => d.event === said.type && d.processId === of.processId && d.about === about,
      ) ?? null
    );
  }
  /** One guard, one explanation: an open door accepts complete words, a shut one refuses with what it shows. */
  private compare(said: Said, door: DoorNow, decided: Decision | Refusal): void {
    if (door.open && !decided.ok && decided.blockers.some((b) => !complaints.includes(b.rule)))
      this.life.broke([`${said.type} has an open door and is refused: ${JSON.stringify(decided.blockers)}`]);
    if (!door.open && decided.ok && door.blockers.some((b) => !complaints.includes(b.rule)))
      this.life.broke([`${said.type} has a shut door and is accepted: ${JSON.stringify(door.blockers)}`]);
  }

  /** A waiting message is sent when it may be; a freeze never keeps word that a meeting is off (R84). */
  private send(): void {
    const { life } = this;
    const [noticeId, notice] = this.by.one(Object.entries(life.stored.facts.post.queued)) ?? [];
    if (!noticeId || !notice) return;
    if (this.by.percent(60)) life.pass(DAY * this.by.upTo(9));
    const decided = this.hear({ type: 'notice.sent', noticeId });
    const protects = notice.template === 'meetingOff' || notice.template === 'workEnded';
    if (
      decided &&
      !decided.ok &&
      protects &&
      decided.blockers.some((b) => ['concern', 'paused', 'stopped'].includes(b.rule))
    )
      life.broke([`${notice.template} is kept from ${notice.to} by a freeze`]);
    if (decided?.ok)
      this.met.add(
        Object.keys(life.stored.facts.safeguarding.freezes).length > 0 && protects
          ? 'sent under a freeze'
          : `sent: ${notice.template}`,
      );
  }
  /** Days to months go by, and every deadline with them. */
  private jump(): void {
    const { life } = this;
    life.pass(DAY * this.by.some([1, 2, 7, 30, 100]));
    for (const { on, ...d } of overdue(life.stored.facts, life.now(), life.settings)) {
      const of = d.processId === null ? {} : { processId: d.processId };
      const decided = life.say({ type: 'deadline.passed', name: d.name, about: d.about, dueAt: on, ...of });
      if (!decided?.ok) life.broke([`${d.name} is overdue and cannot go by: ${JSON.stringify(decided)}`]);
    }
  }
  /** At the end the fold of the journal is the case, and what is due is due once. */
  private end(): void {
    const { life } = this;
    if (JSON.stringify(sorted(fold(life.journal))) !== JSON.stringify(sorted(life.stored)))
      life.broke(['the case is not the fold of its journal']);
    const names = due(life.stored.facts, life.settings).map((d) => `${d.name}|${d.processId}|${d.about}`);
    if (new Set(names).size !== names.length) life.broke(['something is due twice']);
    if (JSON.stringify(JSON.parse(JSON.stringify(life.stored))) !== JSON.stringify(life.stored))
      life.broke(['the case is not plain JSON']);
  }
}
