// Consent as a lock: one person, one purpose, one thing it is about, one exact text (R17).
import { change, put, type Id, type Reducers, type Stamp } from '../reducers.js';
import type { PeopleEvents } from '../people/facts.js';
import { ages } from '../vocabulary/people.js';
import { consentPurposes, type ConsentForm, type ExplainedItem, type Purpose } from '../vocabulary/consent.js';
import type { PreparationEvents } from '../preparation/facts.js';
import type { SafeguardingEvents } from '../safeguarding/facts.js';
import type { AgreementEvents } from '../agreement/facts.js';

/** Participant, purpose, and what it is about ('-' when about nothing more): the lock a consent turns. */
export type ConsentKey = `${Id}|${Purpose}|${string}`;
export const consentKey = (participantId: Id, purpose: Purpose, about: string | null = null): ConsentKey =>
  `${participantId}|${purpose}|${about ?? '-'}`;
/** The three parts of a key. */
export const partsOf = (key: ConsentKey): { participantId: Id; purpose: Purpose; about: string } => {
  const [participantId, purpose, about] = key.split('|') as [Id, Purpose, string];
  return { participantId, purpose, about };
};

/** What made an earlier consent need asking again (R24). */
export type VoidedBecause = 'newAttendee' | 'newRiskInformation' | 'processChanged' | 'itemVaried' | 'foundMinor';

export interface Consent {
  answer: 'given' | 'refused' | 'notNow' | 'withdrawn';
  at: string;
  by: Id;
  form: ConsentForm | null;
  /** Version and language of the exact text shown, so that it can be reprinted (R29). */
  text: { version: string; language: string } | null;
  /** Asked as of a minor, with the child's own view (R26). */
  asMinor: boolean;
  /** When it was last given, kept after it ended. */
  givenAt: string | null;
  /** Confirmed again on the day of a process (R24). */
  reconfirmedAt: string | null;
  voided: { at: string; because: VoidedBecause } | null;
  /** 'YYYY-MM-DD' before which nobody asks again (R5). */
  reaskOn: string | null;
}

export interface Capacity {
  doubtedAt: string;
  /** Decision-specific assessment (R25): what was found, by whom. */
  assessed: { at: string; by: Id; finding: 'has' | 'hasWithSupport' | 'lacks' } | null;
}

export interface ConsentFacts {
  consents: Record<ConsentKey, Consent>;
  capacity: Record<Id, Capacity>;
}

interface About {
  participantId: Id;
  purpose: Purpose;
  /** Process type, organisation, participant, item, kind of words or recipient; left out when about nothing more. */
  about?: string;
}
export interface ConsentEvents {
  'consent.given': About & {
    form: ConsentForm;
    text: { version: string; language: string };
    explained: { items: readonly ExplainedItem[]; by: Id; on: string; language: string };
    /** For under-18s (R26): the child's own view, the adult's position, and under 16 the competence route. */
    childView?: 'agrees' | 'disagrees';
    adult?: { adultId: Id; position: 'agrees' | 'disagrees' | 'noneAvailable' };
    competence?: 'assessedCompetent' | 'parentConsents' | 'exceptionRecorded';
    /** Hash of the words of that text, from the service's own register of texts; casework fills it in (R29). */
    textSha256?: string;
  };
  'consent.refused': About;
  'consent.deferred': About & { reaskOn: string };
  'consent.withdrawn': About;
  'consent.reconfirmed': About;
  'capacity.doubted': { participantId: Id };
  'capacity.assessed': { participantId: Id; finding: 'has' | 'hasWithSupport' | 'lacks' };
}

type AlsoHeard = Pick<PeopleEvents, 'participant.joined' | 'age.confirmed'> &
  Pick<PreparationEvents, 'process.chosen'> &
  Pick<SafeguardingEvents, 'risk.informed'> &
  Pick<AgreementEvents, 'item.varied'>;

export const begin = (): ConsentFacts => ({ consents: {}, capacity: {} });

const answered = (
  s: ConsentFacts,
  e: About & Stamp,
  answer: Consent['answer'],
  more: Partial<Consent> = {},
): ConsentFacts => {
  const key = consentKey(e.participantId, e.purpose, e.about);
  const before = s.consents[key];
  const consent: Consent = {
    answer,
    at: e.at,
    by: e.by,
    form: before?.form ?? null,
    text: before?.text ?? null,
    asMinor: before?.asMinor ?? false,
    givenAt: before?.givenAt ?? null,
    reconfirmedAt: null,
    voided: null,
    reaskOn: null,
    ...more,
  };
  return { ...s, consents: { ...s.consents, [key]: consent } };
};

const voidWhere = (
  s: ConsentFacts,
  at: string,
  because: VoidedBecause,
  concerned: (key: ConsentKey, consent: Consent) => boolean,
): ConsentFacts => {
  const entries = Object.entries(s.consents) as [ConsentKey, Consent][];
  const voided = entries.map(
    ([key, c]) =>
      [key, c.answer === 'given' && !c.voided && concerned(key, c) ? { ...c, voided: { at, because } } : c] as const,
  );
  return { ...s, consents: Object.fromEntries(voided) };
};
const isTakePart = (key: ConsentKey): boolean => partsOf(key).purpose === 'takePart';

export const reducers: Reducers<ConsentFacts, ConsentEvents & AlsoHeard> = {
  'consent.given': (s, e) =>
    answered(s, e, 'given', { form: e.form, text: e.text, asMinor: e.childView !== undefined, givenAt: e.at }),
  'consent.refused': (s, e) => answered(s, e, 'refused'),
  'consent.deferred': (s, e) => answered(s, e, 'notNow', { reaskOn: e.reaskOn }),
  'consent.withdrawn': (s, e) => answered(s, e, 'withdrawn'),
  'consent.reconfirmed': (s, e) => ({
    ...s,
    consents: change(s.consents, consentKey(e.participantId, e.purpose, e.about), (c) => ({
      ...c,
      reconfirmedAt: e.at,
    })) as Record<ConsentKey, Consent>,
  }),
  'capacity.doubted': (s, e) => ({
    ...s,
    capacity: put(s.capacity, e.participantId, { doubtedAt: e.at, assessed: null }),
  }),
  'capacity.assessed': (s, e) => ({
    ...s,
    capacity: put(s.capacity, e.participantId, {
      doubtedAt: s.capacity[e.participantId]?.doubtedAt ?? e.at,
      assessed: { at: e.at, by: e.by, finding: e.finding },
    }),
  }),
  // R24 and R48: what changes under a consent makes it ask again
  'participant.joined': (s, e) => voidWhere(s, e.at, 'newAttendee', isTakePart),
  // R26: what was asked as of an adult is asked again of a minor, whose own view and whose adult's are still missing
  'age.confirmed': (s, e) =>
    ages[e.age].minor
      ? voidWhere(s, e.at, 'foundMinor', (k, c) => partsOf(k).participantId === e.participantId && !c.asMinor)
      : s,
  'risk.informed': (s, e) => voidWhere(s, e.at, 'newRiskInformation', isTakePart),
  'process.chosen': (s, e) =>
    voidWhere(s, e.at, 'processChanged', (k) => isTakePart(k) && partsOf(k).about !== e.processType),
  'item.varied': (s, e) =>
    voidWhere(s, e.at, 'itemVaried', (k) => partsOf(k).purpose === 'agreementItem' && partsOf(k).about === e.itemId),
};

/** Given, and neither ended nor voided: what does not depend on how old it is. */
export const stands = (c: Consent | undefined): boolean => c?.answer === 'given' && c.voided === null;
/** Whether the purpose ends a person's part when it ends (R21). */
export const carriesPart = (purpose: Purpose): boolean =>
  (consentPurposes[purpose].carries as readonly string[]).includes('part');
