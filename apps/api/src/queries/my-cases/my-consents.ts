// A person's own consents, and what they are asked next: from their own answers, their role and the kind of process, nothing else.
import {
  ages,
  communicationKinds,
  consentKey,
  consentPurposes,
  partsOf,
  processTypes,
  type CommunicationKind,
  type Consent,
  type ConsentKey,
  type Id,
  type ProcessType,
  type Purpose,
  type Role,
} from '#libs/case';
import { addDays, daysAfter, isAfter, londonDate } from '#libs/time';
import type { Catalogue } from '#libs/words';
import { wordsFor, type OwnProcess, type Part } from './part.js';

interface Question {
  readonly purpose: Purpose;
  readonly processId: Id | null;
  readonly about: string | null;
  /** Their own consents that come first. Left out: the service never presses for this one. */
  readonly after?: readonly Purpose[];
}

/** Asked of each person apart, no by default, and nothing depends on them (R27). */
const apart: readonly Purpose[] = ['coWorking', 'followUp', 'survey', 'recording', 'research', 'training', 'publicity'];

/** The one order in which people read their consents; it does not tell an answer of today from one that is no longer asked (R22). */
const order: readonly Purpose[] = ['contact', 'interest', 'prepare', 'takePart', 'receive', 'receiptKnown', ...apart];

const isOf = (purpose: Purpose, of: 'case' | 'process'): boolean => consentPurposes[purpose].of === of;
/** What passes between the sides in this kind of process. */
const kindsIn = (type: ProcessType): CommunicationKind[] =>
  (Object.keys(communicationKinds) as CommunicationKind[]).filter((kind) =>
    (communicationKinds[kind].of as readonly ProcessType[]).includes(type),
  );

/** What they may be asked by the service as a whole, and answers of theirs to what is not asked any more. */
export function consentsToService(part: Part, ended: boolean) {
  const asked: Question[] = [
    { purpose: 'contact', processId: null, about: null, after: [] },
    ...apart.filter((p) => isOf(p, 'case')).map((purpose) => ({ purpose, processId: null, about: null })),
  ];
  return inOrder(part, asked, null, ended);
}

/** The same in one process; `type` is its kind as far as it is theirs to know. */
export function consentsToProcess(own: OwnProcess, type: ProcessType | undefined, ended: boolean) {
  const { processId } = own;
  const asked: Question[] = [
    { purpose: 'prepare', processId, about: null, after: ['contact'] },
    ...(type
      ? [{ purpose: 'takePart', processId, about: type, after: ['contact', 'prepare'] } satisfies Question]
      : []),
    ...(type ? kindsIn(type) : []).flatMap((kind) =>
      (['receive', 'receiptKnown'] as const).map((purpose) => ({ purpose, processId, about: kind })),
    ),
    ...apart.filter((p) => isOf(p, 'process')).map((purpose) => ({ purpose, processId, about: null })),
  ];
  return inOrder(own, asked, processId, ended);
}

const isFor = (purpose: Purpose, role: Role | undefined): boolean => {
  const from: 'anyone' | readonly Role[] = consentPurposes[purpose].from;
  return from === 'anyone' || (role !== undefined && from.includes(role));
};

/** In the order of the practice. Another participant, an organisation or an item is named with the facilitator, not here. */
function inOrder(part: Part, questions: readonly Question[], of: Id | null, ended: boolean) {
  const role = part.facts.people.participants[part.id]?.role;
  const asking = questions.filter(({ purpose }) => isFor(purpose, role));
  const own = (Object.keys(part.facts.consent.consents) as ConsentKey[])
    .map(partsOf)
    .filter(({ participantId, processId }) => participantId === part.id && processId === (of ?? '-'))
    .filter(({ purpose }) => ['nothing', 'processType', 'communicationKind'].includes(consentPurposes[purpose].about))
    .map(({ purpose, about }): Question => ({ purpose, processId: of, about: about === '-' ? null : about }))
    .filter((mine) => !asking.some((q) => q.purpose === mine.purpose && q.about === mine.about));
  return [...asking, ...own]
    .toSorted((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose))
    .map((question) => myConsent(part, question, ended));
}

function myConsent(part: Part, { purpose, processId, about, after }: Question, ended: boolean) {
  const answered = part.facts.consent.consents[consentKey(part.id, purpose, processId, about)];
  const ready =
    after?.every((earlier) => isGiven(part, earlier, isOf(earlier, 'case') ? null : processId, null)) ?? false;
  const putOff = answered?.answer === 'notNow' && answered.reaskOn !== null && isAfter(answered.reaskOn, part.at);
  const said = answered?.answer === 'refused' || answered?.answer === 'withdrawn';
  const given = answered?.answer === 'given';
  return {
    purpose,
    processId,
    about,
    asks: asks(wordsFor(part), purpose, about),
    answer: answered?.answer ?? null,
    answeredAt: answered?.at ?? null,
    textVersion: answered?.text?.version ?? null,
    language: answered?.text?.language ?? null,
    explains: consentPurposes[purpose].explained,
    withAdult: needsAdult(part, purpose),
    countsUntil: londonDate(daysAfter(given ? answered.at : part.at, part.settings.consentDays)),
    laterOn: addDays(londonDate(part.at), part.settings.askLaterDays),
    notNowUntil: addDays(londonDate(part.at), part.settings.notNowDays),
    reads: part.facts.contact.needs[part.id]?.language ?? 'en',
    reaskOn: answered?.reaskOn ?? null,
    asked: !ended && ready && !putOff && !said && !isGiven(part, purpose, processId, about),
    canGive: !ended,
    canDefer: !ended,
    canWithdraw: given,
  };
}

/** R26, R93: under 18 a yes is that of two, but for being contacted at 16 and 17. */
function needsAdult({ facts, id }: Part, purpose: Purpose): boolean {
  const age = facts.people.participants[id]?.age ?? 'unknown';
  return ages[age].minor && !(age === 'sixteenOrSeventeen' && purpose === 'contact');
}

/** The question in words; whether they take part names the kind of process. */
const asks = (words: Catalogue, purpose: Purpose, about: string | null): string =>
  about !== null && Object.hasOwn(processTypes, about)
    ? words.takePartIn(words.processTypes[about as ProcessType])
    : words.consents[purpose];

/** What ends an answer that its giver sees. A new participant and new risk information are not for them to know of (R39): the facilitator asks again in person. */
const seen: readonly NonNullable<Consent['voided']>['because'][] = ['typeChanged', 'itemVaried', 'foundMinor'];

/** Whether they said yes, not too long ago, to the same thing as now. */
function isGiven(
  { facts, id, at, settings }: Part,
  purpose: Purpose,
  processId: Id | null,
  about: string | null,
): boolean {
  const c = facts.consent.consents[consentKey(id, purpose, processId, about)];
  if (c?.answer !== 'given') return false;
  const process = processId === null ? undefined : facts.processes[processId];
  // what a kind that is not theirs to know made lapse, stands as if it had not been chosen
  const untold = process && isHiddenKind({ facts, id, process }) && c.voided?.at === process.type?.at;
  const ended = c.voided !== null && seen.includes(c.voided.because) && !untold;
  return !ended && !isAfter(at, daysAfter(c.at, settings.consentDays));
}

/** Whether the kind chosen is not this person's to know. */
export const isHiddenKind = ({ facts, id, process }: Pick<OwnProcess, 'facts' | 'id' | 'process'>): boolean =>
  process.type?.type === 'harmedOnly' && facts.people.participants[id]?.role !== 'harmed';
