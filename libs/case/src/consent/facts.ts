// Consent as a lock: one person, one purpose, one process or the service, one thing it is about, one exact text (R17, R82).
import { change, happenedAt, isOvertaken, type Id, type Reducers, type Stamp } from '../reducers.js';
import type { AgreementEvents } from '../agreement/facts.js';
import type { PeopleEvents } from '../people/facts.js';
import type { MemberEvents } from '../process/member-facts.js';
import type { ProcessEvents } from '../process/facts.js';
import { ages } from '../vocabulary/people.js';
import { capacityFor, capacityReducers, whoDecides, type Capacities, type CapacityEvents } from './capacity.js';
import { withView, withViewsOf, type View, type Views } from './views.js';
import { consentPurposes, type ConsentForm, type ExplainedItem, type Purpose } from '../vocabulary/consent.js';

/** Participant, purpose, process ('-' for what is a yes to the service), and what it is about ('-' for nothing more): the lock a consent turns. */
export type ConsentKey = `${Id}|${Purpose}|${Id}|${string}`;
export const consentKey = (
  participantId: Id,
  purpose: Purpose,
  processId: Id | null = null,
  about: string | null = null,
): ConsentKey => `${participantId}|${purpose}|${processId ?? '-'}|${about ?? '-'}`;
/** The parts of a key; `processId` and `about` are '-' where there is none. */
export const partsOf = (key: ConsentKey): { participantId: Id; purpose: Purpose; processId: Id; about: string } => {
  const [participantId, purpose, processId, about] = key.split('|') as [Id, Purpose, Id, string];
  return { participantId, purpose, processId, about };
};
/** The key of the consent that an event speaks of. */
export const keyOf = (e: ConsentSpokenOf): ConsentKey =>
  consentKey(e.participantId, e.purpose, e.processId ?? null, e.about ?? null);

/** What made an earlier consent need asking again (R24). */
export type VoidedBecause =
  | 'newMember'
  | 'newRiskInformation'
  | 'typeChanged'
  | 'itemVaried'
  | 'foundMinor'
  | 'childDisagrees'
  | 'adultDisagrees'
  | 'adultGone'
  | 'bestInterestsEnded'
  | 'capacityFound';

export interface Consent {
  answer: 'given' | 'refused' | 'notNow' | 'withdrawn';
  at: string;
  by: Id;
  form: ConsentForm | null;
  /** Version and language of the exact text shown, so that it can be reprinted (R29). */
  text: { version: string; language: string } | null;
  /** Asked as of a minor, with the child's own view (R26). */
  asMinor: boolean;
  /** It counts because somebody with parental responsibility consents: it ends with their yes (R93). */
  standsOnAdult: boolean;
  /** It counts because it was decided in their interest, and ends at this instant (R94). */
  bestInterestsUntil: string | null;
  /** When it was last given, kept after it ended. */
  givenAt: string | null;
  /** Confirmed again on the day of a process (R24). */
  reconfirmedAt: string | null;
  voided: { at: string; because: VoidedBecause } | null;
  /** 'YYYY-MM-DD' before which nobody asks again (R5). */
  reaskOn: string | null;
}

export interface ConsentFacts {
  consents: Record<ConsentKey, Consent>;
  capacity: Capacities;
  /** What a child and their adult said of taking part, each in their turn, oldest first (R26, R93). */
  views: Views;
}

/** Which consent an event speaks of. */
export interface ConsentSpokenOf {
  participantId: Id;
  purpose: Purpose;
  /** The process it is a yes to; left out for what is a yes to the service. */
  processId?: Id;
  /** Process type, organisation, participant, item, kind of communication or recipient; left out when about nothing more. */
  about?: string;
}
export interface ConsentEvents extends CapacityEvents {
  'consent.given': ConsentSpokenOf & {
    form: ConsentForm;
    /** `sha256`: of the words as they were shown, where whoever asks says it; casework compares it, and keeps `textSha256`. */
    text: { version: string; language: string; sha256?: string };
    explained: { items: readonly ExplainedItem[]; by: Id; on: string; language: string };
    /** For under-18s (R26): the child's own view, the adult's position, and under 16 the competence route. */
    childView?: 'agrees' | 'disagrees';
    adult?: { adultId: Id; position: 'agrees' | 'disagrees' | 'noneAvailable' };
    competence?: 'assessedCompetent' | 'parentConsents' | 'exceptionRecorded';
    /** Hash of the words of that text, from the service's own register of texts; casework fills it in (R29). */
    textSha256?: string;
  };
  'consent.refused': ConsentSpokenOf;
  'consent.deferred': ConsentSpokenOf & { reaskOn: string };
  'consent.withdrawn': ConsentSpokenOf;
  'consent.reconfirmed': ConsentSpokenOf;
  /** A child's own view or their adult's, as it is now (R93). */
  'view.recorded': { participantId: Id; of: View['of']; view: View['view'] };
}

type AlsoHeard = Pick<PeopleEvents, 'age.confirmed'> &
  Pick<ProcessEvents, 'process.typeChosen' | 'process.split'> &
  Pick<MemberEvents, 'member.joined' | 'member.replaced'> &
  Pick<AgreementEvents, 'item.varied'>;

export const begin = (): ConsentFacts => ({ consents: {}, capacity: {}, views: {} });

const answered = (
  s: ConsentFacts,
  e: ConsentSpokenOf & Stamp,
  answer: Consent['answer'],
  more: Partial<Consent> = {},
): ConsentFacts => {
  const before = s.consents[keyOf(e)];
  // what was said earlier and is written down later overtakes nothing (R95)
  if (isOvertaken(e, before)) return s;
  const consent: Consent = {
    answer,
    at: happenedAt(e),
    by: e.by,
    form: before?.form ?? null,
    text: before?.text ?? null,
    asMinor: before?.asMinor ?? false,
    standsOnAdult: before?.standsOnAdult ?? false,
    bestInterestsUntil: before?.bestInterestsUntil ?? null,
    givenAt: before?.givenAt ?? null,
    reconfirmedAt: null,
    voided: null,
    reaskOn: null,
    ...more,
  };
  return { ...s, consents: { ...s.consents, [keyOf(e)]: consent } };
};

/** The consents with those voided that stand and are concerned: they must be asked again (R24). */
export const voidWhere = (
  s: ConsentFacts,
  at: string,
  because: VoidedBecause,
  concerned: (key: ReturnType<typeof partsOf>, consent: Consent) => boolean,
): ConsentFacts => {
  const entries = Object.entries(s.consents) as [ConsentKey, Consent][];
  const voided = entries.map(
    ([key, c]) => [key, stands(c) && concerned(partsOf(key), c) ? { ...c, voided: { at, because } } : c] as const,
  );
  return { ...s, consents: Object.fromEntries(voided) };
};
/** Voids what one person agreed to about taking part in a process, and being prepared for it: whoever comes back is asked anew (R92). */
const askAnew = (s: ConsentFacts, processId: Id, participantId: Id, at: string): ConsentFacts =>
  voidWhere(s, at, 'newMember', (k) => k.processId === processId && k.participantId === participantId);

export const reducers: Reducers<ConsentFacts, ConsentEvents & AlsoHeard> = {
  'consent.given': (s, e) => {
    const before = s.consents[keyOf(e)]?.voided;
    const capacity = capacityFor(s.capacity, e.participantId, e.purpose);
    return answered({ ...s, views: withViewsOf(s.views, e) }, e, 'given', {
      form: e.form,
      text: e.text,
      asMinor: e.childView !== undefined,
      standsOnAdult: e.competence === 'parentConsents',
      bestInterestsUntil:
        whoDecides(capacity, e.at) === 'inTheirInterest' ? (capacity?.bestInterests?.until ?? null) : null,
      givenAt: happenedAt(e),
      // a yes of an earlier day does not answer what has had to be asked again since
      voided: before && before.at > happenedAt(e) ? before : null,
    });
  },
  'consent.refused': (s, e) => answered(s, e, 'refused'),
  'consent.deferred': (s, e) => answered(s, e, 'notNow', { reaskOn: e.reaskOn }),
  'consent.withdrawn': (s, e) => answered(s, e, 'withdrawn'),
  'consent.reconfirmed': (s, e) => ({
    ...s,
    consents: change(s.consents, keyOf(e), (c) =>
      isOvertaken(e, c.reconfirmedAt === null ? null : { at: c.reconfirmedAt })
        ? c
        : { ...c, reconfirmedAt: happenedAt(e) },
    ) as ConsentFacts['consents'],
  }),
  // a child who does not want it is asked again; what stood on the adult's yes ends with it
  'view.recorded': (s, e) => {
    const kept = { ...s, views: withView(s.views, e, e.of, e.view) };
    if (e.view === 'agrees') return kept;
    return e.of === 'child'
      ? voidWhere(kept, e.at, 'childDisagrees', (k) => k.participantId === e.participantId && k.purpose !== 'contact')
      : voidWhere(kept, e.at, 'adultDisagrees', (k, c) => k.participantId === e.participantId && c.standsOnAdult);
  },
  'capacity.doubted': (s, e) => ({ ...s, capacity: capacityReducers['capacity.doubted'](s.capacity, e) }),
  // what was decided in their interest ends when it is found anew whether they can decide it, and so does what stands on it
  'capacity.assessed': (s, e) =>
    voidWhere(
      { ...s, capacity: capacityReducers['capacity.assessed'](s.capacity, e) },
      e.at,
      'capacityFound',
      (k, c) =>
        k.participantId === e.participantId &&
        (e.decision === undefined || k.purpose === e.decision) &&
        c.bestInterestsUntil !== null,
    ),
  // and when it is ended by itself
  'bestInterests.ended': (s, e) =>
    voidWhere(
      { ...s, capacity: capacityReducers['bestInterests.ended'](s.capacity, e) },
      e.at,
      'bestInterestsEnded',
      (k, c) => k.participantId === e.participantId && k.purpose === e.decision && c.bestInterestsUntil !== null,
    ),
  'bestInterests.decided': (s, e) => ({ ...s, capacity: capacityReducers['bestInterests.decided'](s.capacity, e) }),
  // R26: what was asked as of an adult is asked again of a minor, whose own view and whose adult's are still missing
  'age.confirmed': (s, e) =>
    ages[e.age].minor
      ? voidWhere(s, e.at, 'foundMinor', (k, c) => k.participantId === e.participantId && !c.asMinor)
      : s,
  'process.typeChosen': (s, e) =>
    voidWhere(
      s,
      e.at,
      'typeChanged',
      (k) => k.purpose === 'takePart' && k.processId === e.processId && k.about !== e.processType,
    ),
  'process.split': (s, e) => {
    const goes = new Set([...e.move, ...e.also]);
    const copied = (Object.entries(s.consents) as [ConsentKey, Consent][]).flatMap(([key, c]) => {
      const { participantId, purpose, processId } = partsOf(key);
      const theirs = purpose === 'prepare' && processId === e.processId && goes.has(participantId);
      return theirs ? [[consentKey(participantId, 'prepare', e.newProcessId), c] as const] : [];
    });
    return { ...s, consents: { ...s.consents, ...Object.fromEntries(copied) } };
  },
  'member.joined': (s, e) => askAnew(s, e.processId, e.participantId, e.at),
  'member.replaced': (s, e) => askAnew(s, e.processId, e.newParticipantId, e.at),
  'item.varied': (s, e) =>
    voidWhere(
      s,
      e.at,
      'itemVaried',
      (k) => k.purpose === 'agreementItem' && k.processId === e.processId && k.about === e.itemId,
    ),
};

/** Given, and neither ended nor voided: what does not depend on how old it is. */
export const stands = (c: Consent | undefined): boolean => c?.answer === 'given' && c.voided === null;
/** Whether the purpose ends a person's part when it ends (R21). */
export const carriesPart = (purpose: Purpose): boolean =>
  (consentPurposes[purpose].carries as readonly string[]).includes('part');
