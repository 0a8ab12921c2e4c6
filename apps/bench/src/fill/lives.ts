// Invented cases, told to the core event by event: half of them recent and broken off at some point, half closed in the last two years.
import { londonDate } from '#libs/time';
import {
  arrangementsFor,
  checkpoints,
  consentPurposes,
  decide,
  open,
  riskFactors,
  type CaseEvent,
  type Checkpoint,
  type ClosingReason,
  type Effect,
  type Id,
  type OffenceKind,
  type Purpose,
  type RiskFactor,
  type Settings,
  type StoredCase,
} from '#libs/case';

/** Who works on a case. */
export interface Team {
  serviceId: Id;
  lead: Id;
  supervisor: Id;
  safeguardingLead: Id;
  coordinator: Id;
}
/** A case as far as it has come. */
export interface Life {
  caseId: Id;
  stored: StoredCase;
  /** The events it has learnt, the first one first, each with what had to follow it. */
  learnt: { event: CaseEvent; effects: readonly Effect[] }[];
}

type Said = { by: Id } & Record<string, unknown>;
const DAY = 86_400_000;
const EVENING = 20 * 3_600_000;
const kinds: readonly OffenceKind[] = [
  'burglary',
  'theft',
  'violence',
  'robbery',
  'criminalDamage',
  'vehicle',
  'hate',
  'fraud',
];
const standing = {
  level: 'Advanced',
  training: ['sensitive'],
  registeredUntil: '2099-01-01',
  supervisedOn: '2099-01-01',
  available: true,
  points: 0,
  caseloadLimit: 99,
};

/** Why a case may close before anything was held; one life in five of the older ones closes so. */
const early: readonly ClosingReason[] = ['noReply', 'noProcessWanted', 'withdrawn', 'unsuitable', 'transferred'];

/**
 * The nth life, the same every time but for its ids. Lives of even number began within the ninety days before `now` and are
 * broken off after a twentieth to all of their events; those of odd number began within two years and are closed. Every
 * event has passed `decide`; one that a rule refuses at that point is left out.
 */
export function live(n: number, team: Team, settings: Settings, now: Date, id: () => Id): Life {
  const [caseId, processId, harmed, responsible, supporter] = [id(), id(), id(), id(), id()];
  const supported = n % 3 === 0;
  const script = scriptOf({ processId, harmed, responsible, supporter: supported ? supporter : null }, team, id);
  const old = n % 2 === 1;
  const gaveUp = old && n % 5 === 0;
  const share = old && !gaveUp ? 20 : ((n * 37) % 20) + 1;
  const told = script.slice(0, Math.ceil((script.length * share) / 20));
  if (gaveUp) told.push(closed(team.coordinator, early[((n - 5) / 10) % early.length] ?? 'other'));
  if (n % 40 === 2) told.push(() => ({ by: team.lead, type: 'concern.raised', concernId: id(), text: id() }));
  const age = old ? 91 + ((n * 13) % 640) : 1 + ((n * 13) % 88);
  // A closed life begins at eight in the evening of its day, whatever the time is now: its meeting falls within one day.
  let time = old ? Math.floor(now.getTime() / DAY) * DAY + EVENING - age * DAY : now.getTime() - age * DAY;
  // Two hours between the events of a closed life: a meeting begins half a day after it is booked, six events later.
  const pace = old ? DAY / 12 : Math.min((now.getTime() - time - DAY / 2) / told.length, DAY);
  const stamp = (): string => new Date((time += pace)).toISOString();

  const opening = {
    type: 'case.opened',
    at: stamp(),
    by: team.coordinator,
    caseId,
    serviceId: team.serviceId,
    processId,
    source: 'police',
    initiator: 'harmed',
    offences: [{ offenceId: id(), kind: kinds[n % kinds.length] ?? 'other' }],
  } as const;
  const begun = open(opening, settings);
  let stored = begun.next;
  const learnt: Life['learnt'] = [{ event: opening, effects: begun.effects }];
  for (const say of told) {
    const at = stamp();
    const event = { ...say(at), at } as unknown as CaseEvent;
    const decision = decide(stored, event, settings);
    if (!decision.ok) continue;
    stored = decision.next;
    learnt.push({ event, effects: decision.effects });
  }
  return { caseId, stored, learnt };
}

const closed = (by: Id, reason: ClosingReason) => () => ({ by, type: 'case.closed', reason, side: 'withheld' });

interface People {
  processId: Id;
  harmed: Id;
  responsible: Id;
  supporter: Id | null;
}

/** A face-to-face conference from the opening to the end: what each says, as a function of the moment. */
function scriptOf(
  { processId, harmed, responsible, supporter }: People,
  team: Team,
  id: () => Id,
): ((at: string) => Said)[] {
  const { lead, supervisor, safeguardingLead, coordinator } = team;
  const sides = [harmed, responsible];
  const all = supporter ? [...sides, supporter] : sides;
  const processType = supporter ? 'faceToFaceWithSupporters' : 'faceToFace';
  const each = (people: readonly Id[], said: (participantId: Id) => Said) => people.map((person) => () => said(person));
  const joined =
    (participantId: Id, role: string, more = {}) =>
    () => ({
      by: coordinator,
      type: 'participant.joined',
      participantId,
      personId: id(),
      role,
      age: 'adult',
      approach: 'agreed',
      ...more,
    });
  const onto = (staffId: Id, duty: string) => [
    () => ({ by: coordinator, type: 'facilitator.asked', staffId, duty }),
    () => ({ by: staffId, type: 'conflict.declared', staffId, connected: false }),
    () => ({ by: coordinator, type: 'facilitator.assigned', staffId, duty, standing }),
  ];
  const consent = (people: readonly Id[], purpose: Purpose, about?: string) =>
    people.map((participantId) => (at: string) => ({
      by: lead,
      type: 'consent.given',
      participantId,
      purpose,
      ...(consentPurposes[purpose].of === 'process' && { processId }),
      ...(about && { about }),
      form: 'written',
      text: { version: '1', language: 'en' },
      explained: { items: consentPurposes[purpose].explained, by: lead, on: londonDate(at), language: 'en' },
    }));
  const signed = (checkpoint: Checkpoint, about?: Id) => () => ({
    by: checkpoint === 'referral' ? coordinator : safeguardingLead,
    type: 'checkpoint.passed',
    checkpoint,
    ...(checkpoints[checkpoint].per !== 'case' && { processId }),
    ...(about && { about }),
    findings: checkpoints[checkpoint].findings,
  });
  const by =
    (who: Id, type: string, more: object = {}) =>
    () => ({ by: who, type, ...more });
  const inProcess = (who: Id, type: string, more: object = {}) => by(who, type, { processId, ...more });
  return [
    joined(harmed, 'harmed'),
    joined(responsible, 'responsible'),
    ...(supporter ? [joined(supporter, 'supporter', { supports: harmed })] : []),
    ...onto(lead, 'lead'),
    ...onto(supervisor, 'supervisor'),
    ...each(sides, (participantId) => ({ by: lead, type: 'offer.made', participantId, answer: 'yes' })),
    ...each(all, (participantId) => ({
      by: lead,
      type: 'safeContact.recorded',
      participantId,
      channels: ['phone', 'post'],
    })),
    ...each(all, (participantId) => ({ by: lead, type: 'needs.recorded', participantId, language: 'en', needs: [] })),
    signed('referral'),
    signed('sensitiveFirstContact'),
    ...each(all, (participantId) => ({
      by: lead,
      type: 'contact.attempted',
      participantId,
      channel: 'phone',
      outcome: 'reached',
      aim: 'substance',
    })),
    ...consent(all, 'contact'),
    ...each(all, (participantId) => ({
      by: lead,
      type: 'risk.assessed',
      participantId,
      assessmentId: id(),
      level: 'low',
      factors: Object.keys(riskFactors) as RiskFactor[],
    })),
    by(lead, 'acknowledgement.recorded', { participantId: responsible, how: id() }),
    by(coordinator, 'identity.confirmed', { participantId: responsible }),
    inProcess(lead, 'suitability.decided', { suitable: true, reason: id() }),
    ...consent(all, 'prepare'),
    ...sides.map((person) => signed('firstMeeting', person)),
    ...(supporter ? [signed('firstMeeting', supporter)] : []),
    inProcess(lead, 'preparation.begun'),
    ...all.map((participantId) => inProcess(lead, 'preparation.held', { participantId, channel: 'phone' })),
    inProcess(lead, 'process.typeChosen', { processType, reason: id() }),
    ...consent(all, 'takePart', processType),
    ...(supporter ? consent(sides, 'attendance', supporter) : []),
    ...all.map((participantId) => inProcess(lead, 'readiness.stated', { participantId, ready: true })),
    signed('processChoice'),
    inProcess(lead, 'preparation.completed'),
    ...arrangementsFor(processType).map((arrangement) =>
      inProcess(lead, 'arrangement.settled', { arrangement, text: id() }),
    ),
    signed('sensitiveProcess'),
    (at) => ({
      by: lead,
      type: 'conference.booked',
      processId,
      bookingId: id(),
      startsAt: new Date(Date.parse(at) + DAY / 2).toISOString(),
      attendees: all,
    }),
    signed('beforeMeeting'),
    signed('dayOf'),
    ...all.map((participantId) =>
      inProcess(lead, 'consent.reconfirmed', { participantId, purpose: 'takePart', about: processType }),
    ),
    inProcess(lead, 'conference.begun', { attended: all }),
    inProcess(lead, 'conference.ended', { how: 'asPlanned', aftercare: id() }),
    inProcess(lead, 'agreement.decided', { outcome: 'noneWanted' }),
    signed('afterProcess'),
    ...all.map((participantId) =>
      inProcess(lead, 'followUp.done', { participantId, point: 'days3', outcome: 'reached', early: id() }),
    ),
    closed(coordinator, 'delivered'),
  ];
}
