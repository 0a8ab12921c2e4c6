// What a referral says, in the words of the case core: nothing is guessed, and what is unknown stays unknown.
import type { Age, ApproachBasis, EventOf, Id, Initiator, JusticeStage, OffenceKind, RiskFlag, Task } from '#libs/case';
import { ageOn } from '#libs/calendar';
import type { Invitation, Referral, ReferredPerson } from '#libs/intake';
import type { NewPerson, Text } from './ports.js';
import type { Happening } from './tell.js';

type Opening = Omit<EventOf<'case.opened'>, 'at' | 'by' | 'type' | 'caseId' | 'serviceId'>;
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

/** Age as far as a rule needs it. A band that spans 16 does not say which: it stays unknown until somebody asks (R26). */
function ageOf({ bornOn, ageBand }: ReferredPerson, at: string): Age {
  if (bornOn !== null) {
    const years = ageOn(bornOn, at.slice(0, 10));
    return years >= 18 ? 'adult' : years >= 16 ? 'sixteenOrSeventeen' : 'underSixteen';
  }
  if (ageBand === 'under10') return 'underSixteen';
  return ageBand === '18to64' || ageBand === '65plus' ? 'adult' : 'unknown';
}

/** Whether they may be approached: who refers themselves asked for it; otherwise as the referrer said, or unknown (R7). */
function basisOf(person: ReferredPerson, { source }: Referral): ApproachBasis {
  if (source === 'self' && person.rows.length > 0 && person.names.asWritten !== null) return 'asked';
  return person.agreedToShare === true ? 'agreed' : person.agreedToShare === false ? 'objected' : 'unknown';
}

/** Who joins the case, each with what is held about them. The person harmed who did not agree to share leaves nothing but their existence (R7). */
export interface Joining {
  person: NewPerson;
  events: Happening[];
  texts: Text[];
}

/** The people of a referral in the order they can join: those on the sides first, then parents and carers beside them. */
export function joinings(referral: Referral, at: string): Joining[] {
  const sides = referral.people.filter((person) => person.role !== 'parentOrCarer');
  const carers = referral.people.filter((person) => person.role === 'parentOrCarer');
  const found = sides.map((person) => ({ side: person.side, joining: joining(person, referral, at) }));
  // A parent writes for a child who is not named yet: the child is there all the same, with nothing held about them.
  for (const carer of carers) {
    const side = carer.side ?? 'harmed';
    const child = found.find((one) => one.side === side) ?? put(found, { side, joining: nameless(side) });
    found.push({ side: null, joining: joining(carer, referral, at, participantIdOf(child.joining)) });
  }
  return found.map((one) => one.joining);
}
const put = <T>(list: T[], one: T): T => (list.push(one), one);
const participantIdOf = ({ events }: Joining): Id => (events[0] as { participantId: Id }).participantId;

const nameless = (role: 'harmed' | 'responsible'): Joining => {
  const personId = crypto.randomUUID();
  const event: Happening = {
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
  const joined: Happening = {
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
function invitationOf(participantId: Id, invitation: Invitation | null): { event: Happening; text: Text } | null {
  if (!invitation || invitation.decision === 'undecided') return null;
  const id = crypto.randomUUID();
  const words = [
    invitation.reason,
    invitation.decider && `Decided by ${invitation.decider}`,
    invitation.decidedOn && `on ${invitation.decidedOn}`,
  ];
  return {
    event: { type: 'invitation.decided', participantId, invite: invitation.decision === 'invite', reason: id },
    text: { id, audience: 'staff', words: words.filter(Boolean).join(' ') },
  };
}

/** The personal values of a person, as libs/people names them. What is not known is absent. */
function valuesOf({
  names,
  bornOn,
  ageBand,
  telephone,
  email,
  contact,
  language,
  needs,
  organisation,
}: ReferredPerson): Record<string, string> {
  const spoken = [contact.safe, contact.channels, contact.times, contact.voicemail, contact.mustNotKnow].some(
    (value) => value !== null,
  );
  const values: Record<string, string | null> = {
    title: names.title,
    given: names.given,
    family: names.family,
    knownAs: names.knownAs,
    asWritten: names.asWritten,
    bornOn,
    ageBand,
    telephone,
    email,
    language,
    contact: spoken ? JSON.stringify(contact) : null,
    needs: needs === null ? null : JSON.stringify(needs),
    organisation: organisation ? 'yes' : null,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  );
}

/** Free words of the referrer, each with a side; and what could not be taken, in its original text, for staff to mend. */
export function notesOf(referral: Referral): Text[] {
  const text = (audience: Text['audience'], words: string): Text => ({ id: crypto.randomUUID(), audience, words });
  const aside = referral.setAside.map(({ field, original, reason }) =>
    text('staff', `${field}: "${original}" ${reason}`),
  );
  const dates = referral.keyDates.map(({ what, on }) => text('staff', `${what}: ${on}`));
  const adult = referral.appropriateAdult
    ? [text('staff', `Appropriate adult: ${referral.appropriateAdult.words}`)]
    : [];
  return [
    ...referral.notes.map(({ side, words }) => text(side === 'unsorted' ? 'staff' : side, words)),
    ...aside,
    ...dates,
    ...adult,
  ];
}

/** What staff must see because of the referral itself: late information, contradictions (R1, R2). R4 goes to safeguarding. */
export function tasksOf(referral: Referral): Task[] {
  const supplier = referral.toSafeguarding ? 'safeguardingLead' : 'coordinator';
  return referral.flags.map(({ what, about }) => ({ type: 'task', for: supplier, assignee: null, task: what, about }));
}
