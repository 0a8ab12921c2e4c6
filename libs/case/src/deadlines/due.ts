// What is due when, as a function of the facts: nothing to keep, so nothing to go stale.
import { consentKey, partsOf, stands, type Consent, type ConsentKey } from '../consent/facts.js';
import { answeredBy } from '../contact/answered-by.js';
import type { Facts } from '../facts.js';
import { followUpKey } from '../follow-up/facts.js';
import { followUpsOf } from '../follow-up/due.js';
import { going, takingPart } from '../process/members.js';
import { consentsFor } from '../process/seats.js';
import type { Id } from '../reducers.js';
import { lastsUntil } from '../safeguarding/rules.js';
import { overtakenAt } from '../safeguarding/reach.js';
import { aboutOf, type CheckpointKey, type SignOffFacts } from '../safeguarding/sign-offs.js';
import type { Settings } from '../settings.js';
import { daysAfter, isAfter, workingDaysAfter } from '#libs/time';
import { ages } from '../vocabulary/people.js';
import { itemOutcomes } from '../vocabulary/outcomes.js';
import type { Checkpoint } from '../vocabulary/safeguarding.js';
import type { DeadlineName } from './deadlines.js';

/** A named deadline: about whom or what, in which process (null: the case), and the ISO instant at which it is due. */
export interface Deadline {
  name: DeadlineName;
  processId: Id | null;
  about: string;
  on: string;
}
type Due = (facts: Facts, settings: Settings) => Deadline[];
const one = (name: DeadlineName, processId: Id | null, about: string, on: string): Deadline => ({
  name,
  processId,
  about,
  on,
});
const midnight = (day: string): string => new Date(`${day.slice(0, 10)}T00:00:00Z`).toISOString();

const working: Due = (f, s) => {
  if (f.closing.closed) return [];
  const reached = Object.entries(f.people.participants).some(
    ([id, p]) => (p.role === 'harmed' || p.role === 'responsible') && f.contact.attempts[id]?.firstReachedAt,
  );
  return [
    ...(reached
      ? []
      : [one('firstContact', null, 'case', workingDaysAfter(f.openedAt, s.firstContactWorkingDays, s.bankHolidays))]),
    ...going(f).map(([id, p]) =>
      one('stageLimit', id, id, workingDaysAfter(p.stageSince, s.stageLimitWorkingDays, s.bankHolidays)),
    ),
  ];
};

/** When a yes counts no more: it is too old, or what was decided in somebody's interest ends (R24, R94). */
function lapsesOn(c: Consent, s: Settings): string {
  const aged = daysAfter(c.at, s.consentDays);
  const ends = c.bestInterestsUntil ?? aged;
  return isAfter(aged, ends) ? ends : aged;
}

const consents: Due = (f, s) => {
  if (f.closing.closed) return [];
  const needed = new Set<ConsentKey>(
    going(f).flatMap(([processId]) =>
      takingPart(f, processId).flatMap((id) => [
        consentKey(id, 'contact'),
        ...consentsFor(f, processId, id, 'arrange'),
      ]),
    ),
  );
  return Object.entries(f.consent.consents).flatMap(([key, c]) => {
    const { processId } = partsOf(key as ConsentKey);
    const of = processId === '-' ? null : processId;
    if (c.answer === 'notNow' && c.reaskOn) return [one('reask', of, key, new Date(c.reaskOn).toISOString())];
    return stands(c) && needed.has(key as ConsentKey) ? [one('consentLapse', of, key, lapsesOn(c, s))] : [];
  });
};

const signOffs: Due = (f, s) => {
  if (f.closing.closed) return [];
  const lapses = (processId: Id | null, signed: SignOffFacts['signed']): Deadline[] =>
    Object.entries(signed).flatMap(([key, { outcome, at }]) => {
      const checkpoint = key.split('|')[0] as Checkpoint;
      const process = processId === null ? null : (f.processes[processId] ?? null);
      const about = aboutOf(key as CheckpointKey);
      const until = outcome === 'passed' && checkpoint !== 'dayOf' ? lastsUntil(checkpoint, at, s) : null;
      // one that has lapsed already, because what it was about changed, lapses no second time
      return until && !overtakenAt(checkpoint, at, { facts: f, processId, process, about })
        ? [one('checkpointLapse', processId, key, until)]
        : [];
    });
  return [...lapses(null, f.safeguarding.signed), ...going(f).flatMap(([id, p]) => lapses(id, p.signOffs.signed))];
};

const meetings: Due = (f) =>
  going(f).flatMap(
    ([
      id,
      {
        conference: { booking, session },
      },
    ]) => (booking && !session ? [one('meeting', id, booking.bookingId, midnight(booking.startsAt))] : []),
  );

/** R62: after each process by itself, also after one that has ended. */
const followUps: Due = (f, s) =>
  Object.keys(f.processes).flatMap((processId) =>
    followUpsOf(f, processId, s).map(({ participantId, point, on }) =>
      one('followUp', processId, followUpKey(participantId, point), on),
    ),
  );

const items: Due = (f) =>
  Object.entries(f.processes).flatMap(([processId, p]) =>
    Object.entries(p.agreement.items)
      .filter(([, i]) => i.agreedAt && !(i.outcome && itemOutcomes[i.outcome.outcome].done))
      .map(([id, i]) => one('item', processId, id, midnight(i.dueOn))),
  );

/** The day by which somebody is answered, as they were told. */
const help: Due = (f, s) =>
  Object.entries(f.contact.help ?? {}).flatMap(([key, asked]) =>
    asked.answer === null && !f.closing.closed ? [one('help', null, key, answeredBy(asked, s))] : [],
  );

/** R61: a case before sentence warns ahead of the court date, and of the limit for deferral. */
const sentence: Due = (f, s) => {
  const anybody = going(f).some(([id]) => takingPart(f, id).length > 0);
  if (f.closing.closed || f.referral.justiceStage !== 'preSentence' || !anybody) return [];
  const court = f.referral.courtDate;
  return [
    ...(court ? [one('sentence', null, 'case', daysAfter(midnight(court), -s.sentenceWarningDays))] : []),
    one('deferral', null, 'case', daysAfter(f.openedAt, s.sentenceDeferralDays - s.sentenceWarningDays)),
  ];
};

/** R95: what was done though a door was shut is reviewed, from the moment it is known. */
const deviations: Due = (f) =>
  Object.entries(f.deviations.of)
    .filter(([, d]) => d.reviewed === null)
    .map(([id, d]) => one('reviewDeviation', d.processId, id, d.recordedAt));

/** R93: whether somebody has turned 16 or 18 is looked up each week; their birthday itself stands in no case. */
const birthdays: Due = (f, s) =>
  f.closing.closed
    ? []
    : Object.entries(f.people.participants)
        .filter(([, p]) => p.leftAt === null && ages[p.age].minor)
        .map(([id, p]) => {
          const before = f.post.passed[deadlineKey({ name: 'ageCheck', processId: null, about: id })];
          return one('ageCheck', null, id, daysAfter(before ?? p.joinedAt, s.ageCheckDays));
        });

/** R94: capacity that comes and goes is looked at again on a day. */
const capacities: Due = (f) =>
  f.closing.closed
    ? []
    : Object.entries(f.consent.capacity).flatMap(([key, { assessed }]) =>
        assessed?.againOn && f.people.participants[key.split('|')[0] ?? '']?.leftAt === null
          ? [one('capacityAgain', null, key, midnight(assessed.againOn))]
          : [],
      );

const all: readonly Due[] = [
  birthdays,
  capacities,
  working,
  consents,
  signOffs,
  meetings,
  followUps,
  items,
  help,
  sentence,
  deviations,
];

/** What tells one deadline from another, whenever it is due. */
export const deadlineKey = ({ name, processId, about }: Omit<Deadline, 'on'>): string =>
  `${name}|${processId ?? '-'}|${about}`;
/** Every deadline still to come or not yet acted on. One that went by comes again only when its date is another. */
export function due(facts: Facts, settings: Settings): Deadline[] {
  const before = known.get(facts);
  if (before?.settings === settings) return before.due;
  const now = all.flatMap((d) => d(facts, settings)).filter((d) => facts.post.passed[deadlineKey(d)] !== d.on);
  known.set(facts, { settings, due: now });
  return now;
}
/** Facts never change: what was due after one event is what was due before the next. */
const known = new WeakMap<Facts, { settings: Settings; due: Deadline[] }>();

/** Those whose moment has come at an ISO instant. */
export const overdue = (facts: Facts, at: string, settings: Settings): Deadline[] =>
  due(facts, settings).filter((d) => !isAfter(d.on, at));
