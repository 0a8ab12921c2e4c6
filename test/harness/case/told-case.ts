// A case in memory, told event by event through the core: what is refused throws, unless it is asked why.
import { londonDate } from '#libs/time';
import {
  ages,
  arrangementsFor,
  consentPurposes,
  decide,
  defaults,
  doors,
  open,
  parts,
  preview,
  processOf,
  riskFactors,
  settingsWith,
  type Blocker,
  type CaseEvent,
  type Checkpoint,
  type Duty,
  type Effect,
  type EventOf,
  type EventType,
  type Id,
  type ProcessType,
  type Purpose,
  type RiskFactor,
  type RiskLevel,
  type Role,
  type Settings,
  type Standing,
  type StoredCase,
} from '#libs/case';

/** What is said of an event, without its stamp. */
export type Said<T extends EventType> = Omit<EventOf<T>, 'type' | 'at' | 'by' | 'on' | 'deviations'> & { on?: string };

const HOUR = 3_600_000;
const allFactors = Object.keys(riskFactors) as RiskFactor[];
/** A facilitator who may do everything. */
export const standing: Standing = {
  level: 'Advanced',
  training: ['sensitive'],
  registeredUntil: '2099-01-01',
  supervisedOn: '2099-01-01',
  available: true,
  points: 0,
  caseloadLimit: 99,
};

export class ToldCase {
  readonly settings: Settings = settingsWith(defaults);
  readonly journal: CaseEvent[] = [];
  /** What followed from the last event that was accepted. */
  effects: readonly Effect[] = [];
  stored: StoredCase;
  private time: number;
  /** A case with a lead, a supervisor and one process `p1`, in which nobody is yet. */
  constructor(begins = '2026-01-05T09:00:00.000Z', more: Partial<EventOf<'case.opened'>> = {}) {
    this.time = Date.parse(begins);
    const opened: EventOf<'case.opened'> = {
      type: 'case.opened',
      at: this.now(),
      by: 'coordinator',
      caseId: 'case',
      serviceId: 'service',
      processId: 'p1',
      source: 'police',
      initiator: 'harmed',
      offences: [{ offenceId: 'o1', kind: 'burglary' }],
      ...more,
    };
    this.stored = open(opened, this.settings).next;
    this.journal.push(opened);
    this.assign('lead', 'lead').assign('supervisor', 'supervisor');
    this.tell('checkpoint.passed', { checkpoint: 'referral' }, 'coordinator');
  }
  /** Somebody is asked, declares that they are not connected, and takes a duty on the case. */
  assign(staffId: Id, duty: Duty, more: Partial<Standing> = {}): this {
    this.tell('facilitator.asked', { staffId, duty }, 'coordinator');
    this.tell('conflict.declared', { staffId, connected: false }, staffId);
    return this.tell('facilitator.assigned', { staffId, duty, standing: { ...standing, ...more } }, 'coordinator');
  }

  now = (): string => new Date(this.time).toISOString();
  /** Lets hours go by. */
  wait(hours: number): this {
    this.time += hours * HOUR;
    return this;
  }
  /** Goes to a moment, never back. */
  goTo(at: string): this {
    this.time = Math.max(this.time, Date.parse(at));
    return this;
  }
  private event<T extends EventType>(type: T, said: Said<T>, by: Id): CaseEvent {
    return { ...said, type, at: this.now(), by } as unknown as CaseEvent;
  }
  /** Tells the case something, a minute after what came before. Throws with the reasons when it is refused. */
  tell<T extends EventType>(type: T, said: Said<T>, by: Id = 'lead'): this {
    this.time += 60_000;
    const event = this.event(type, said, by);
    const decision = decide(this.stored, event, this.settings, this.journal);
    if (!decision.ok)
      throw new Error(`${type} was refused (${decision.why}): ${JSON.stringify(decision.blockers, null, 1)}`);
    this.stored = decision.next;
    this.effects = decision.effects;
    this.journal.push(decision.event);
    return this;
  }
  /** Why the case would refuse this now; empty when it would not. `not-now` where nothing listens. */
  whyNot<T extends EventType>(type: T, said: Said<T>, by: Id = 'lead'): string[] {
    const decision = decide(this.stored, this.event(type, said, by), this.settings, this.journal);
    if (decision.ok) return [];
    return decision.why === 'not-now'
      ? ['not-now']
      : decision.blockers.map(({ rule, about }: Blocker) => `${rule} ${about}`);
  }
  /** What stands before a step now; null where it is none. Empty when its door is open. */
  door(event: EventType, processId: Id | null = 'p1', about: Id | null = null): string[] | null {
    const found = doors(this.stored, this.now(), this.settings).find(
      (d) => d.event === event && d.processId === processId && d.about === about,
    );
    return found ? found.blockers.map(({ rule, about: of }) => `${rule} ${of}`) : null;
  }
  preview = <T extends EventType>(type: T, said: Said<T>, by: Id = 'lead') =>
    preview(this.stored, this.event(type, said, by), this.settings, this.journal);

  place = (processId: Id = 'p1') => this.stored.state.processes[processId];
  process = (processId: Id = 'p1') => processOf(this.stored.facts, processId);
  /** Whom the last event told what. */
  told = (): string[] =>
    this.effects.flatMap((e) => (e.type === 'notice.queue' ? [`${e.to}: ${e.template}`] : [])).toSorted();

  /** Somebody joins, and nothing else is known of them. */
  add(participantId: Id, role: Role, more: Partial<Said<'participant.joined'>> = {}): this {
    return this.tell(
      'participant.joined',
      { participantId, personId: `person-${participantId}`, role, age: 'adult', approach: 'agreed', ...more },
      'coordinator',
    );
  }
  /** Somebody joins, can be reached safely, was spoken with and assessed. */
  join(participantId: Id, role: Role, more: Partial<Said<'participant.joined'>> = {}): this {
    this.add(participantId, role, more);
    this.tell('safeContact.recorded', { participantId, channels: ['phone'] });
    this.tell('needs.recorded', { participantId, language: 'en', needs: [] });
    this.tell('contact.attempted', { participantId, channel: 'phone', outcome: 'reached', aim: 'substance' });
    this.assess(participantId, 'low');
    if (role === 'responsible')
      this.tell('acknowledgement.recorded', { participantId, how: 'said' }).tell('identity.confirmed', {
        participantId,
      });
    return this;
  }
  nameAdult = (participantId: Id, adultId: Id): this =>
    this.tell('appropriateAdult.named', { participantId, adultId, connection: 'none' });
  /** Risks and strengths of somebody are assessed, with every factor. */
  assess(participantId: Id, level: RiskLevel, by: Id = 'lead'): this {
    return this.tell('risk.assessed', { participantId, assessmentId: by, level, factors: allFactors }, by);
  }
  /** A yes with everything that it needs; of a minor, with their own view and their adult's. */
  yes(participantId: Id, purpose: Purpose, of: { processId?: Id; about?: string } = {}): Said<'consent.given'> {
    const { people } = this.stored.facts;
    const age = people.participants[participantId]?.age ?? 'unknown';
    const adultId = people.appropriateAdults[participantId] ?? '';
    return {
      participantId,
      purpose,
      ...of,
      form: 'written',
      text: { version: '1', language: 'en' },
      explained: {
        items: [...consentPurposes[purpose].explained],
        by: 'lead',
        on: londonDate(this.now()),
        language: 'en',
      },
      ...(ages[age].minor ? { childView: 'agrees', adult: { adultId, position: 'agrees' } } : {}),
      ...(age === 'underSixteen' ? { competence: 'assessedCompetent' } : {}),
    };
  }
  consent(participantId: Id, purpose: Purpose, of: { processId?: Id; about?: string } = {}): this {
    return this.tell('consent.given', this.yes(participantId, purpose, of));
  }
  sign(checkpoint: Checkpoint, processId: Id = 'p1', about?: Id, by: Id = 'supervisor'): this {
    const findings =
      checkpoint === 'abuseGate' ? { findings: ['agencyEnquiries', 'noOngoingRisk', 'childrensNeeds'] } : {};
    return this.tell(
      'checkpoint.passed',
      { checkpoint, processId, ...(about === undefined ? {} : { about }), ...findings },
      by,
    );
  }
  /** Found suitable, with a yes to contact of each. */
  findSuitable(people: readonly Id[], processId: Id = 'p1'): this {
    for (const id of people) if (!this.consentStands(id)) this.consent(id, 'contact');
    return this.tell('suitability.decided', { processId, suitable: true, reason: 'why' });
  }
  /** Everybody said yes to being prepared, those on the sides are signed off, and preparation has begun. */
  beginPreparation(people: readonly Id[], processId: Id = 'p1'): this {
    const { of } = this.process(processId).members;
    for (const id of people) this.consent(id, 'prepare', { processId });
    for (const id of people)
      if (parts[of[id]?.part ?? 'observer'].side !== null) this.sign('firstMeeting', processId, id);
    return this.tell('preparation.begun', { processId });
  }
  /** The kind is chosen, everybody is prepared, ready and willing, and all is settled and signed off. */
  makeReady(type: ProcessType, people: readonly Id[], processId: Id = 'p1'): this {
    this.tell('process.typeChosen', { processId, processType: type, reason: 'why' });
    for (const id of people) {
      const adultId = this.stored.facts.people.appropriateAdults[id];
      this.tell('preparation.held', { processId, participantId: id, channel: 'phone', ...(adultId && { adultId }) });
      this.tell('readiness.stated', { processId, participantId: id, ready: true });
      this.consent(id, 'takePart', { processId, about: type });
    }
    for (const arrangement of arrangementsFor(type))
      this.tell('arrangement.settled', { processId, arrangement, text: 't' });
    return this.sign('processChoice', processId);
  }
  /** From suitability to the conference of a process of this kind, with these people prepared and willing. */
  prepare(type: ProcessType, people: readonly Id[], processId: Id = 'p1'): this {
    return this.findSuitable(people, processId)
      .beginPreparation(people, processId)
      .makeReady(type, people, processId)
      .tell('preparation.completed', { processId });
  }
  private consentStands = (id: Id): boolean =>
    this.stored.facts.consent.consents[`${id}|contact|-|-`]?.answer === 'given';
  /** Books a meeting in so many days at ten o'clock. */
  book(attendees: readonly Id[], days = 3, processId: Id = 'p1', bookingId: Id = `b-${processId}`): this {
    const day = new Date(this.time + days * 24 * HOUR).toISOString().slice(0, 10);
    return this.tell('conference.booked', { processId, bookingId, startsAt: `${day}T10:00:00.000Z`, attendees });
  }
  /** On the day: signed off, and everybody says again that they want to. */
  onTheDay(processId: Id = 'p1'): this {
    const booking = this.process(processId).conference.booking;
    if (!booking) throw new Error('Nothing is booked');
    const type = this.process(processId).type?.type ?? '';
    this.goTo(`${booking.startsAt.slice(0, 10)}T08:00:00.000Z`);
    this.sign('beforeMeeting', processId).sign('dayOf', processId);
    for (const participantId of booking.attendees) {
      const member = this.process(processId).members.of[participantId];
      if (member) this.tell('consent.reconfirmed', { participantId, purpose: 'takePart', processId, about: type });
    }
    return this;
  }
  begin(attended: readonly Id[], processId: Id = 'p1'): this {
    return this.tell('conference.begun', { processId, attended });
  }
}
