// A person in a case as staff of the case see them: facts, answers, risk, preparation, follow-up.
import type { AnswersTableModel, AnswerRow } from '../../../kit/answers-table/answers-table.js';
import type { ContactDeed } from '../../../kit/contact-rules/contact-rules.js';
import type { FactsModel } from '../../../kit/facts/facts.js';
import type { TagModel } from '../../../kit/tag/tag.js';
import type { Speaker } from '../../../locale/speaker.js';
import { addressOfQuestion } from '../../../command-form/questions.js';
import { commandFor } from '../../../command-form/supplied-by.js';
import { formAddress } from '../addresses.js';
import { isYours } from '../blockers.js';
import { formFor } from '../forms-of-commands.js';
import type { StaffPersonQuery } from './page.generated.js';

export type CaseOfPerson = NonNullable<StaffPersonQuery['case']>;
export type PersonRead = NonNullable<CaseOfPerson['participants']>[number];
type ConsentRead = NonNullable<CaseOfPerson['consents']>[number];

/** Who they are, as far as the work needs it. */
export function factsAbout(person: PersonRead, found: CaseOfPerson, speaker: Speaker): FactsModel {
  const { say, name, day } = speaker;
  const nameOf = (id: string) => found.participants?.find((one) => one.id === id)?.name ?? '';
  const row = (key: string, value: string | null) => (value === null || value === '' ? [] : [{ key, value }]);
  return {
    rows: [
      ...row(say('person.age'), name('ages', person.age)),
      ...row(say('person.approach'), name('approachBases', person.approach)),
      ...row(say('person.supports'), person.supports && nameOf(person.supports)),
      ...row(say('person.adult'), person.appropriateAdultId && nameOf(person.appropriateAdultId)),
      ...row(say('person.identity'), person.identityConfirmedAt && day(person.identityConfirmedAt)),
      ...row(say('person.acknowledged'), person.acknowledgedAt && day(person.acknowledgedAt)),
      ...row(say('person.offer'), person.offerAnswer && name('offerAnswers', person.offerAnswer)),
      ...row(say('person.lastAttempt'), person.lastAttempt && name('contactOutcomes', person.lastAttempt)),
      ...row(say('person.reached'), person.reachedAt && day(person.reachedAt)),
      ...row(say('person.needs'), person.needs && needsOf(person.needs, speaker)),
      ...row(say('person.wish'), person.preference?.words ?? null),
      ...row(say('person.wishAnswer'), person.preferenceAnswer?.words ?? null),
      ...person.capacity.flatMap((one) => row(say('person.capacity'), foundOf(one, speaker))),
      ...row(say('person.left'), person.leftBecause && name('leavingReasons', person.leftBecause)),
    ],
  };
}

/** What is known of their capacity for one decision, and until when somebody decides in their interest (R94). */
const foundOf = (one: PersonRead['capacity'][number], { say, name, day }: Speaker): string =>
  [
    ...(one.decision === null ? [] : [name('consentPurposes', one.decision)]),
    one.finding === null ? say('person.doubted', { day: day(one.doubtedAt) }) : name('CapacityFinding', one.finding),
    ...(one.bestInterests ? [say('person.inTheirInterest', { day: day(one.bestInterests.until) })] : []),
  ].join(': ');

const needsOf = ({ language, needs }: NonNullable<PersonRead['needs']>, { language: own, name }: Speaker): string =>
  [
    new Intl.DisplayNames([own], { type: 'language' }).of(language) ?? language,
    ...needs.map((one) => name('accessNeeds', one)),
  ].join(', ');

/** What they were asked and answered, question by question. */
export function answersOf(person: PersonRead, found: CaseOfPerson, speaker: Speaker): AnswersTableModel {
  const { say } = speaker;
  const named = new Map(found.participants?.map((one) => [one.id, one.name ?? '']));
  return {
    id: 'answers',
    caption: say('person.answers'),
    columns: {
      purpose: say('person.purpose'),
      answer: say('person.answer'),
      text: say('person.text'),
      day: say('person.day'),
      next: say('person.next'),
    },
    rows: (found.consents ?? [])
      .filter(({ participantId }) => participantId === person.id)
      .map((consent) => answerRow(consent, found, named, speaker)),
  };
}

/** The commands by which an answer is recorded, each with the answer that it records. */
const answering = [
  ['giveConsent', 'given'],
  ['deferConsent', 'notNow'],
  ['refuseConsent', 'refused'],
  ['withdrawConsent', 'withdrawn'],
] as const;

function answerRow(
  consent: ConsentRead,
  found: CaseOfPerson,
  named: ReadonlyMap<string, string>,
  speaker: Speaker,
): AnswerRow {
  const { say, name, day } = speaker;
  const { about, purpose, textVersion, language } = consent;
  const what = about === null ? '' : (named.get(about) ?? aboutWhat(about, speaker));
  return {
    purpose: what === '' ? name('consentPurposes', purpose) : `${name('consentPurposes', purpose)}: ${what}`,
    answer: tagOf(consent, speaker),
    text:
      textVersion === null
        ? '–'
        : say('person.version', { version: textVersion, language: (language ?? '').toUpperCase() }),
    day: consent.at === null ? '–' : day(consent.at),
    next: answering.flatMap(([verb, answer]) => {
      const form = formFor(verb);
      const wanted =
        verb === 'withdrawConsent' ? consent.answer === 'given' : consent.answer !== 'given' || !consent.live;
      if (!form || !wanted || !isYours(found.doors ?? [], verb)) return [];
      const where = { about: addressOfQuestion(consent.participantId, consent), processId: consent.processId };
      return [{ text: name('consentAnswers', answer), href: formAddress(found.id, form.address, where) }];
    }),
  };
}

/** A kind of process or of communication; an organisation or an item stands as it is. */
const aboutWhat = (about: string, { name }: Speaker): string => {
  const type = name('processTypes', about);
  return type === about ? name('communicationKinds', about) : type;
};

function tagOf({ answer, live, lapsesAt, reaskOn, voidedBecause }: ConsentRead, { say, name, day }: Speaker): TagModel {
  if (answer === null) return { word: name('consentAnswers', 'unasked'), kind: 'quiet', shape: 'ask' };
  if (answer === 'given' && live)
    return lapsesAt === null
      ? { word: name('consentAnswers', 'given'), kind: 'good', shape: 'check' }
      : { word: say('person.yesUntil', { day: day(lapsesAt) }), kind: 'good', shape: 'check' };
  if (answer === 'given')
    return {
      word:
        voidedBecause === null
          ? name('consentAnswers', 'lapsed')
          : say('person.again', { why: name('voidings', voidedBecause) }),
      kind: 'warn',
      shape: 'clock',
    };
  if (answer === 'notNow')
    return {
      word: reaskOn === null ? name('consentAnswers', 'notNow') : say('person.notNowUntil', { day: day(reaskOn) }),
      shape: 'pause',
    };
  return { word: name('consentAnswers', answer), shape: 'cross' };
}

/** The latest assessment; null where there is none, or it is not for this reader. */
export function riskOf(person: PersonRead, found: CaseOfPerson, { say, name, day }: Speaker) {
  const latest = found.riskAssessments?.find(({ participantId }) => participantId === person.id);
  if (!latest) return null;
  const kind = latest.level === 'high' ? 'danger' : latest.level === 'medium' ? 'warn' : 'good';
  return {
    tag: { word: name('RiskLevel', latest.level), kind, shape: 'shield' } satisfies TagModel,
    by: say('person.assessed', { day: day(latest.at), who: latest.by.name ?? '' }),
  };
}

/** How they are prepared, process by process. */
export const preparationOf = (person: PersonRead, { processes }: CaseOfPerson, { say, name, day }: Speaker) =>
  (processes ?? []).flatMap(({ type, preparation }) => {
    const own = preparation.people.find(({ participantId }) => participantId === person.id);
    if (!own) return [];
    const tag: TagModel =
      own.ready === null
        ? { word: say('person.notSaid'), kind: 'quiet', shape: 'ask' }
        : own.ready
          ? { word: say('case.ready'), kind: 'good', shape: 'check' }
          : { word: say('case.notReady'), kind: 'warn', shape: 'pause' };
    const held = own.contacts.map((at) => day(at)).join(', ');
    return [
      {
        process: type === null ? say('case.process') : name('processTypes', type),
        held: held || say('person.none'),
        tag,
      },
    ];
  });

/** Follow-up contacts, done and due. */
export const followUpOf = (person: PersonRead, { processes }: CaseOfPerson, speaker: Speaker) =>
  (processes ?? [])
    .flatMap(({ followUp }) => followUp)
    .filter(({ participantId }) => participantId === person.id)
    .map(({ point, dueAt, doneAt, outcome }) => ({
      what: speaker.name('followUpPoints', point),
      state:
        doneAt !== null
          ? `${speaker.day(doneAt)}: ${speaker.name('FollowUpOutcome', outcome ?? '')}`
          : dueAt === null
            ? ''
            : speaker.due(dueAt),
    }));

/** What would reach them: an open deed leads to its form, a shut one says why. */
export function deedsTo(person: PersonRead, found: CaseOfPerson, { name }: Speaker): ContactDeed[] {
  const doors = (found.doors ?? []).filter(
    ({ event, about, yours }) => event === 'contact.attempted' && about === person.id && yours,
  );
  const form = formFor('attemptContact');
  if (!form || doors.length === 0) return [];
  const text = name('steps', 'attemptContact');
  if (doors.some(({ open }) => open))
    return [{ text, href: formAddress(found.id, form.address, { about: person.id }) }];
  return [{ text, why: doors[0]?.blockers.map(({ words }) => words).join(' ') ?? '' }];
}

/** What can be put on record about them, and the steps that are theirs alone. */
export function otherSteps(person: PersonRead, found: CaseOfPerson, { name }: Speaker) {
  const doors = (found.doors ?? []).filter(
    ({ about, open, yours }) => open && yours && (about === null || about === person.id),
  );
  const seen = new Set<string>();
  return doors.flatMap(({ event, processId }) => {
    const verb = commandFor(event);
    const form = formFor(verb);
    if (!verb || !form || form.about !== 'participantId' || seen.has(form.address)) return [];
    seen.add(form.address);
    return [{ text: name('steps', verb), href: formAddress(found.id, form.address, { about: person.id, processId }) }];
  });
}
