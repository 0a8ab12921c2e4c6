// What a referral says, in the words of the case core: nothing is guessed, and what is unknown stays unknown.
import type { Age, ApproachBasis, EventOf, Id, Initiator, JusticeStage, OffenceKind, RiskFlag, Task } from '#libs/case';
import {
  flagMeanings,
  type FlagName,
  type Invitation,
  type Referral,
  type ReferredPerson,
  type Side,
} from '#libs/intake';
import { bandOn } from './age-band.js';
import type { NewPerson, Text } from './ports.js';
import { valuesOf } from './referral-values.js';
import type { UnstampedEvent } from './happening.js';

type Opening = Omit<EventOf<'case.opened'>, 'at' | 'by' | 'type' | 'caseId' | 'serviceId' | 'processId'>;
/** case.opened from a referral. Only flags that are known to be true are set: unknown is not no, and not yes either. */
export function openingOf(referral: Referral, offences: readonly { id: Id; kind: OffenceKind }[]): Opening {
  const flags = Object.entries(referral.risk).flatMap(([flag, answer]) => (answer === true ? [flag as RiskFlag] : []));
  return {
    source: referral.source,
    initiator: referral.initiator satisfies Initiator,
    offences: offences.map(({ id, kind }) => ({ offenceId: id, kind })),
    flags,
    justiceStage: referral.justiceStage.stage satisfies JusticeStage,
    ...(referral.reportedOn === null ? {} : { reportedOn: referral.reportedOn }),
    ...(referral.invitation === null ? {} : { invitationNeeded: true }),
  };
}

/** Age as far as a rule needs it. A band that spans 16 does not say which: it stays unknown until staff ask (R26). */
function ageOf({ bornOn, ageBand }: ReferredPerson, at: string): Age {
  if (bornOn !== null) return bandOn(bornOn, at);
  if (ageBand === 'under10') return 'underSixteen';
  return ageBand === '18to64' || ageBand === '65plus' ? 'adult' : 'unknown';
}

/**
 * Whether they may be approached: who refers themselves asked for it, and a person responsible comes from a service that
 * works with them. For a person harmed nothing but the referrer's own word counts, and where there is none it is unknown (R7).
 */
function basisOf(person: ReferredPerson, { source, people }: Referral): ApproachBasis {
  if (person.agreedToShare === false) return 'objected';
  // Where somebody speaks for them, they did not ask: what counts is whether they agree.
  const isSpokenFor =
    person.role === 'harmed' && people.some(({ role, side }) => role === 'parentOrCarer' && side === 'harmed');
  if (source === 'self' && person.rows.length > 0 && !isSpokenFor) return 'asked';
  if (person.agreedToShare === true) return 'agreed';
  return person.role === 'responsible' && source !== 'self' ? 'referred' : 'unknown';
}

/**
 * Who joins the case, each with what is held about them. The person harmed who did not agree to share leaves nothing but
 * their existence (R7). Without events: a person the service now knows, whose place in the case staff must ask for.
 */
export interface Joining {
  person: NewPerson;
  events: UnstampedEvent[];
  texts: Text[];
}

/** The people of a referral in the order they can join: those on the sides first, then parents and carers beside them. */
export function joinings(referral: Referral, at: string): Joining[] {
  const sides = referral.people.filter((person) => person.role !== 'parentOrCarer');
  const carers = referral.people.filter((person) => person.role === 'parentOrCarer');
  const found = sides.map((person) => ({ side: person.side, joining: joining(person, referral, at) }));
  for (const carer of carers) {
    const { side } = carer;
    // Whose parent they are is not guessed: the service knows them, and they join when staff have asked (see sideTasks).
    if (side === null) {
      found.push({ side, joining: { ...joining(carer, referral, at), events: [] } });
      continue;
    }
    // A parent writes for a child who is not named yet: the child is there all the same, with nothing held about them.
    const child = found.find((one) => one.side === side) ?? put(found, { side, joining: nameless(side) });
    found.push({ side: null, joining: joining(carer, referral, at, participantIdOf(child.joining)) });
  }
  return found.map((one) => one.joining);
}
const put = <T>(list: T[], one: T): T => (list.push(one), one);
const participantIdOf = ({ events }: Joining): Id => (events[0] as { participantId: Id }).participantId;

const nameless = (role: 'harmed' | 'responsible'): Joining => {
  const personId = crypto.randomUUID();
  const event: UnstampedEvent = {
    type: 'participant.joined',
    participantId: crypto.randomUUID(),
    personId,
    role,
    age: 'unknown',
    approach: 'unknown',
  };
  return { person: { id: personId, values: {} }, events: [event], texts: [] };
};

function joining(person: ReferredPerson, referral: Referral, at: string, supports?: Id): Joining {
  const personId = crypto.randomUUID();
  const participantId = crypto.randomUUID();
  const approach = basisOf(person, referral);
  const role = person.role === 'parentOrCarer' ? 'supporter' : person.role;
  const joined: UnstampedEvent = {
    type: 'participant.joined',
    participantId,
    personId,
    role,
    age: ageOf(person, at),
    approach,
    ...(supports ? { supports } : {}),
  };
  const decided = role === 'harmed' ? invitationOf(participantId, referral.invitation) : null;
  return {
    person: { id: personId, values: approach === 'objected' ? {} : valuesOf(person) },
    events: [joined, ...(decided ? [decided.event] : [])],
    texts: decided ? [decided.text] : [],
  };
}

/** R6: a decision to invite or not counts only with decider, date and, for a "no", reason; intake has seen to that. */
function invitationOf(participantId: Id, invitation: Invitation | null): { event: UnstampedEvent; text: Text } | null {
  if (!invitation || invitation.decision === 'undecided') return null;
  const id = crypto.randomUUID();
  const words = [
    invitation.reason,
    invitation.decider && `Decided by ${invitation.decider}`,
    invitation.decidedOn && `on ${invitation.decidedOn}`,
  ];
  return {
    event: { type: 'invitation.decided', participantId, invite: invitation.decision === 'invite', reason: id },
    text: { id, audience: 'staff', words: words.filter(Boolean).join(' '), about: participantId },
  };
}

/** Words of the referrer that wait to be read before anybody is contacted; none where there are none. */
export const unread = (texts: readonly Text[]): UnstampedEvent[] =>
  texts[0] === undefined ? [] : [{ type: 'words.received', text: texts[0].id }];

/** Free words of the referrer, each with a side; and what could not be taken, in its original text, for staff to mend. */
export function notesOf(referral: Referral, people: readonly Joining[]): Text[] {
  const text = (audience: Text['audience'], words: string, about: Id | null = null): Text => ({
    id: crypto.randomUUID(),
    audience,
    words,
    about,
    came: true,
  });
  // Words about one side are sealed for each of its people: erasing one leaves no copy that their key would have hidden.
  const of = (side: Side): (Id | null)[] => {
    const those = people.flatMap(({ events: [event] }) =>
      event?.type === 'participant.joined' && event.role === side ? [event.participantId] : [],
    );
    return those.length === 0 ? [null] : those;
  };
  const aside = referral.setAside.flatMap(({ about, field, original, reason }) =>
    (about === 'harmed' || about === 'responsible' ? of(about) : [null]).map((whom) =>
      text('staff', `${field}: "${original}" ${reason}`, whom),
    ),
  );
  const dates = referral.keyDates.map(({ what, on }) => text('staff', `${what}: ${on}`));
  const adult = referral.appropriateAdult
    ? [text('staff', `Appropriate adult: ${referral.appropriateAdult.words}`)]
    : [];
  return [
    ...referral.notes.flatMap(({ side, words }) => {
      const whom = side === 'unsorted' ? of('harmed') : of(side);
      // Unsorted words speak of the person harmed first: they are theirs, where there is one.
      return text(side === 'unsorted' ? 'staff' : side, words, whom.length === 1 ? whom[0] : null);
    }),
    ...aside,
    ...dates,
    ...adult,
  ];
}

/**
 * What staff must see because of the referral itself: late information, contradictions (R1, R2), what goes to safeguarding
 * first (R4), and who waits for a place in the case.
 */
export function tasksOf(referral: Referral, people: readonly Joining[]): Task[] {
  const supplier = referral.toSafeguarding ? 'safeguardingLead' : 'coordinator';
  const task = (what: string, about: string): Task => ({
    type: 'task',
    for: supplier,
    assignee: null,
    task: what,
    processId: null,
    about,
  });
  const placeless = people.filter(({ events }) => events.length === 0).map(({ person }) => person.id);
  return [
    ...referral.flags
      .filter(({ what }) => what !== SIDE || placeless.length === 0)
      .map(({ what, about }) => task(what, about)),
    ...placeless.map((personId) => task(SIDE, personId)),
  ];
}
const SIDE = 'sideNotKnown' satisfies FlagName;

/**
 * What the safeguarding lead judges before anybody is contacted. R4: the person responsible began it and the referral does not
 * say whether there was abuse; a concern freezes contact until it is decided, whoever was harmed. R11: strong words about safety.
 * With abuse named, the case itself stays closed to the person harmed.
 */
export function concernsOf(referral: Referral): { events: UnstampedEvent[]; texts: Text[] } {
  const has = (what: FlagName): boolean => referral.flags.some((flag) => flag.what === what);
  const found: FlagName[] = [
    ...(referral.noVictimContact && has('abuseNotKnown') ? (['abuseNotKnown'] as const) : []),
    ...(has('cautionInWords') ? (['cautionInWords'] as const) : []),
  ];
  const concerns = found.map((what) => ({ what, concernId: crypto.randomUUID(), text: crypto.randomUUID() }));
  return {
    events: concerns.map(({ concernId, text }) => ({ type: 'concern.raised', concernId, text })),
    texts: concerns.map(({ what, text }) => ({ id: text, audience: 'safeguarding', words: flagMeanings[what] })),
  };
}
