// A person's own consents, and what they are asked next: from their own answers, their role and the kind of process, nothing else.
import {
  consentKey,
  consentPurposes,
  processTypes,
  type Consent,
  type ProcessType,
  type Purpose,
  type Role,
  type WordsKind,
} from '#libs/case';
import { daysAfter, isAfter } from '#libs/time';
import type { Part } from './part.js';

interface Question {
  readonly purpose: Purpose;
  readonly about: string | null;
  /** Their own consents that come first. Left out: the service never presses for this one. */
  readonly after?: readonly Purpose[];
}

/** Which words a kind of process passes. */
const passes: Partial<Record<ProcessType, WordsKind>> = {
  letter: 'letter',
  shuttle: 'shuttleMessage',
  recordedMessage: 'recording',
};

/** Asked of each person apart, no by default, and nothing depends on them (R27). */
const apart: readonly Purpose[] = ['coWorking', 'followUp', 'survey', 'recording', 'research', 'training', 'publicity'];

/** The one order in which people read their consents; it does not tell an answer of today from one that is no longer asked (R22). */
const order: readonly Purpose[] = ['contact', 'interest', 'prepare', 'takePart', 'receive', 'receiptKnown', ...apart];

/** The kind of process that this person is in: work with the person harmed alone is not for another person to know of (R22). */
function processOf({ facts, id }: Part): ProcessType | undefined {
  const type = facts.preparation.process?.type;
  return type === 'victimOnly' && facts.people.participants[id]?.role !== 'harmed' ? undefined : type;
}

function questions(part: Part): Question[] {
  const { facts, id } = part;
  const type = processOf(part);
  const words = type && passes[type];
  const all: Question[] = [
    { purpose: 'contact', about: null, after: [] },
    { purpose: 'interest', about: null },
    { purpose: 'prepare', about: null, after: ['contact'] },
    ...(type ? [{ purpose: 'takePart', about: type, after: ['contact', 'prepare'] } satisfies Question] : []),
    ...(words ? (['receive', 'receiptKnown'] as const).map((purpose) => ({ purpose, about: words })) : []),
    ...apart.map((purpose) => ({ purpose, about: null })),
  ];
  return all.filter(({ purpose }) => isFor(purpose, facts.people.participants[id]?.role));
}
const isFor = (purpose: Purpose, role: Role | undefined): boolean => {
  const from: 'anyone' | readonly Role[] = consentPurposes[purpose].from;
  return from === 'anyone' || (role !== undefined && from.includes(role));
};

/** What they may be asked, and answers of theirs to what is not asked any more, in the order of the practice. */
export function myConsents(part: Part, ended: boolean) {
  const asking = questions(part);
  const own = Object.keys(part.facts.consent.consents)
    .filter((key) => key.startsWith(`${part.id}|`))
    .map((key) => key.split('|') as [string, Purpose, string])
    .map(([, purpose, about]) => ({ purpose, about: about === '-' ? null : about }))
    // Another participant, an organisation or an item: named with the facilitator, not here.
    .filter(({ purpose }) => ['nothing', 'processType', 'wordsKind'].includes(consentPurposes[purpose].about))
    .filter((mine) => !asking.some((q) => q.purpose === mine.purpose && q.about === mine.about));
  return [...asking, ...own]
    .toSorted((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose))
    .map((question) => myConsent(part, question, ended));
}

function myConsent(part: Part, { purpose, about, after }: Question, ended: boolean) {
  const answered = part.facts.consent.consents[consentKey(part.id, purpose, about)];
  const ready = after?.every((earlier) => isGiven(part, earlier, null)) ?? false;
  const putOff = answered?.answer === 'notNow' && answered.reaskOn !== null && isAfter(answered.reaskOn, part.at);
  const said = answered?.answer === 'refused' || answered?.answer === 'withdrawn';
  const given = answered?.answer === 'given';
  return {
    purpose,
    about,
    asks: processWords(about) ?? consentPurposes[purpose].asks,
    answer: answered?.answer ?? null,
    answeredAt: answered?.at ?? null,
    textVersion: answered?.text?.version ?? null,
    language: answered?.text?.language ?? null,
    reads: part.facts.contact.needs[part.id]?.language ?? 'en',
    reaskOn: answered?.reaskOn ?? null,
    asked: !ended && ready && !putOff && !said && !isGiven(part, purpose, about),
    canGive: !ended,
    canDefer: !ended,
    canWithdraw: given,
  };
}

const processWords = (about: string | null) =>
  about !== null && Object.hasOwn(processTypes, about)
    ? `Do you agree to take part in this: ${processTypes[about as ProcessType].says}?`
    : null;

/** What ends an answer that its giver sees. A new participant and new risk information are not for them to know of (R39): the facilitator asks again in person. */
const seen: readonly NonNullable<Consent['voided']>['because'][] = ['processChanged', 'itemVaried', 'foundMinor'];

/** Whether they said yes, not too long ago, to the same thing as now. */
function isGiven({ facts, id, at, settings }: Part, purpose: Purpose, about: string | null): boolean {
  const c = facts.consent.consents[consentKey(id, purpose, about)];
  if (c?.answer !== 'given') return false;
  return !(c.voided && seen.includes(c.voided.because)) && !isAfter(at, daysAfter(c.at, settings.consentDays));
}
