// A case walked to a door that stands open, so that a test can change one thing and see the door shut.
import {
  decide,
  doors,
  may,
  open,
  settingsWith,
  type Blocker,
  type CaseEvent,
  type Door,
  type DoorNow,
  type EventOf,
  type EventType,
  type OffenceKind,
  type ProcessType,
  type StoredCase,
} from '#libs/case';
import { answer, stamped, type Around, type Said } from '../scenario/answer-blocker.js';

const serviceId = 's';
const staff = (id: string, ...roles: ('facilitator' | 'safeguardingLead' | 'manager' | 'coordinator')[]) => ({
  kind: 'staff' as const,
  id,
  serviceId,
  roles,
});
export const team = {
  lead: staff('lead', 'facilitator'),
  coFacilitator: staff('co', 'facilitator'),
  supervisor: staff('sup', 'facilitator'),
  safeguardingLead: staff('safe', 'safeguardingLead'),
  manager: staff('man', 'manager'),
  coordinator: staff('coord', 'coordinator'),
};
export const settings = settingsWith({});
const MINUTE = 60_000;
export const DAY = 86_400_000;

/** `h` was harmed, `r` is responsible; both adults unless said otherwise. */
export interface Begins {
  kind?: OffenceKind;
  process?: ProcessType;
  opened?: Partial<EventOf<'case.opened'>>;
  harmed?: Partial<EventOf<'participant.joined'>>;
}

/** One case and its clock. Everything said is said by somebody who may. */
export class ACase {
  now = Date.parse('2026-11-02T09:00:00Z');
  journal: CaseEvent[] = [];
  private ids = 0;
  private current: StoredCase;
  readonly around: Around = { id: () => `id${(this.ids += 1)}`, staff: team };

  constructor(private readonly begins: Begins = {}) {
    const opened: EventOf<'case.opened'> = {
      type: 'case.opened',
      at: this.at(),
      by: 'coord',
      caseId: 'c',
      serviceId,
      source: 'police',
      initiator: 'harmed',
      offences: [{ offenceId: 'o', kind: begins.kind ?? 'theft' }],
      ...begins.opened,
    };
    this.current = open(opened, settings).next;
    this.journal.push(opened);
    const { coordinator } = team;
    this.say({
      type: 'participant.joined',
      participantId: 'h',
      personId: 'ph',
      role: 'harmed',
      age: 'adult',
      approach: 'agreed',
      ...begins.harmed,
      by: coordinator,
    });
    this.say({
      by: coordinator,
      type: 'participant.joined',
      participantId: 'r',
      personId: 'pr',
      role: 'responsible',
      age: 'adult',
      approach: 'agreed',
    });
  }
  get stored(): StoredCase {
    return this.current;
  }
  at(): string {
    return new Date(this.now).toISOString();
  }
  days(count: number): this {
    this.now += count * DAY;
    return this;
  }
  /** Says something; throws when it is not permitted or refused. */
  say(said: Said): this {
    const refused = this.tell(said);
    if (refused.length > 0) throw new Error(`${said.type}: ${JSON.stringify(refused)}`);
    return this;
  }
  /** Says something, and returns why it was refused; nothing when it was not. */
  tell(said: Said): readonly Blocker[] {
    this.now += MINUTE;
    const event = stamped(said, this.at());
    if (!may(said.by, event, this.current.facts)) throw new Error(`${said.by.id} may not say ${said.type}`);
    const decided = decide(this.current, event, settings);
    if (!decided.ok) {
      if (decided.blockers.length === 0) throw new Error(`${said.type}: ${decided.why}`);
      return decided.blockers;
    }
    this.journal.push(event);
    this.current = decided.next;
    return [];
  }
  door(event: EventType, about: string | null = null): DoorNow {
    const found = doors(this.current, this.at(), settings).find((d) => d.event === event && d.about === about);
    if (!found) throw new Error(`${event} is no step of ${JSON.stringify(this.current.state)}`);
    return found;
  }
  /** Answers every blocker of a step until it is open. */
  open(event: EventType, about: string | null = null): this {
    for (let i = 0; i < 300; i++) {
      const first = this.door(event, about).blockers[0];
      if (!first) return this;
      this.answer(first, 3);
    }
    throw new Error(`${event} never opens`);
  }
  private answer(blocker: Blocker, depth: number): void {
    const said = answer(blocker, this.current.facts, this.around, this.at());
    if (!said) throw new Error(`nothing answers ${JSON.stringify(blocker)}`);
    const next = this.tell(said)[0];
    if (next && depth > 0) this.answer(next, depth - 1);
  }
}

/** A case where a door stands open. */
export function aCaseAt(door: Door, begins: Begins = {}): ACase {
  const c = new ACase(begins);
  const { lead } = team;
  if (door === 'approach') return c.open('contact.attempted', 'h');
  c.open('suitability.decided');
  if (door === 'consent') return c;
  c.say({ by: lead, type: 'suitability.decided', suitable: true, reason: 't' }).open('preparation.begun');
  if (door === 'preparation') return c;
  c.say({ by: lead, type: 'preparation.begun' });
  c.say({
    by: lead,
    type: 'process.chosen',
    processType: begins.process ?? (door === 'pass' ? 'letter' : 'faceToFace'),
    reason: 't',
  });
  c.open('preparation.completed');
  if (door === 'conference') return c;
  c.say({ by: lead, type: 'preparation.completed' });
  if (door === 'pass') {
    c.say({
      by: lead,
      type: 'words.drafted',
      wordsId: 'w',
      from: 'r',
      to: 'h',
      kind: 'letter',
      text: 't',
      sha256: 'sha',
    });
    return c.open('words.passed', 'w');
  }
  c.open('conference.booked');
  if (door === 'book') return c;
  const attendees = Object.keys(c.stored.facts.people.participants);
  c.say({
    by: lead,
    type: 'conference.booked',
    bookingId: 'b',
    startsAt: new Date(c.now + 3 * DAY).toISOString(),
    attendees,
  });
  c.days(3).open('conference.begun');
  if (door === 'begin') return c;
  c.say({ by: lead, type: 'conference.begun', attended: attendees });
  if (door !== 'resume') return c;
  return c
    .say({ by: lead, type: 'session.paused', byRole: 'harmed', reason: 'distress', safetyStep: 't' })
    .open('session.resumed');
}
