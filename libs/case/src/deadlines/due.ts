// What is due when, as a function of the facts: nothing to keep, so nothing to go stale.
import { stands, type ConsentKey } from '../consent/facts.js';
import { heldBy } from '../consent/needed.js';
import type { Facts } from '../facts.js';
import { sides, takingPart } from '../people/taking-part.js';
import { lastsUntil } from '../safeguarding/rules.js';
import type { Settings } from '../settings.js';
import { daysAfter, isAfter, workingDaysAfter } from '#libs/time';
import { followUpPoints, itemOutcomes, type FollowUpPoint } from '../vocabulary/outcomes.js';
import type { Checkpoint } from '../vocabulary/safeguarding.js';
import { followUpKey } from '../follow-up/facts.js';
import type { DeadlineName } from './deadlines.js';

/** A named deadline: about whom or what, and the ISO instant at which it is due. */
export interface Deadline {
  name: DeadlineName;
  about: string;
  on: string;
}
type Due = (facts: Facts, settings: Settings) => Deadline[];
const one = (name: DeadlineName, about: string, on: string): Deadline => ({ name, about, on });

const working: Due = (f, s) => {
  if (f.closing.closed) return [];
  const reached = sides(f).some(([id]) => f.contact.attempts[id]?.firstReachedAt);
  return [
    ...(reached
      ? []
      : [one('firstContact', 'case', workingDaysAfter(f.openedAt, s.firstContactWorkingDays, s.bankHolidays))]),
    one('stageLimit', 'case', workingDaysAfter(f.stageSince, s.stageLimitWorkingDays, s.bankHolidays)),
  ];
};

const consents: Due = (f, s) => {
  if (f.closing.closed) return [];
  const entries = Object.entries(f.consent.consents);
  const needed = new Set<ConsentKey>([...heldBy('preparation', f), ...heldBy('conference', f)]);
  return entries.flatMap(([key, c]) => {
    if (c.answer === 'notNow' && c.reaskOn) return [one('reask', key, new Date(c.reaskOn).toISOString())];
    return stands(c) && needed.has(key as ConsentKey) ? [one('consentLapse', key, daysAfter(c.at, s.consentDays))] : [];
  });
};

const signOffs: Due = (f, s) =>
  f.closing.closed
    ? []
    : Object.entries(f.safeguarding.signOffs).flatMap(([key, signed]) => {
        const checkpoint = key.split('|')[0] as Checkpoint;
        const until =
          signed.outcome === 'passed' && checkpoint !== 'dayOf' ? lastsUntil(checkpoint, signed.at, s) : null;
        return until ? [one('checkpointLapse', key, until)] : [];
      });

const meeting: Due = (f) =>
  f.conference.booking && !f.conference.session
    ? [
        one(
          'meeting',
          f.conference.booking.bookingId,
          new Date(`${f.conference.booking.startsAt.slice(0, 10)}T00:00:00Z`).toISOString(),
        ),
      ]
    : [];

/** R62: each participant, also those who withdrew, after the last process; those who withdrew without one, after they did. */
const followUp: Due = (f, s) => {
  const last = f.conference.held.at(-1);
  return Object.entries(f.people.participants).flatMap(([id, p]) => {
    if (p.approach === 'objected') return [];
    const withdrew = Object.entries(f.consent.consents)
      .filter(([k, c]) => k.startsWith(`${id}|`) && c.answer === 'withdrawn')
      .map(([, c]) => c.at)
      .toSorted()[0];
    const from = last?.endedAt ?? withdrew;
    if (!from) return [];
    return (Object.keys(followUpPoints) as FollowUpPoint[])
      .filter((point) => !f.followUp.contacts[followUpKey(id, point)])
      .map((point) => one('followUp', followUpKey(id, point), daysAfter(from, s[followUpPoints[point].setting])));
  });
};

const items: Due = (f) =>
  Object.entries(f.agreement.items)
    .filter(([, i]) => i.agreedAt && !(i.outcome && itemOutcomes[i.outcome.outcome].done))
    .map(([id, i]) => one('item', id, new Date(`${i.dueOn}T00:00:00Z`).toISOString()));

/** R61: a case before sentence warns ahead of the court date, and of the limit for deferral. */
const sentence: Due = (f, s) => {
  if (f.closing.closed || f.referral.justiceStage !== 'preSentence' || takingPart(f).length === 0) return [];
  const court = f.referral.courtDate;
  return [
    ...(court ? [one('sentence', 'case', daysAfter(`${court}T00:00:00Z`, -s.sentenceWarningDays))] : []),
    one('deferral', 'case', daysAfter(f.openedAt, s.sentenceDeferralDays - s.sentenceWarningDays)),
  ];
};

const all: readonly Due[] = [working, consents, signOffs, meeting, followUp, items, sentence];

/** Every deadline still to come or not yet acted on. One that went by comes again only when its date is another. */
export function due(facts: Facts, settings: Settings): Deadline[] {
  const before = known.get(facts);
  if (before?.settings === settings) return before.due;
  const now = all.flatMap((d) => d(facts, settings)).filter((d) => facts.post.passed[`${d.name}|${d.about}`] !== d.on);
  known.set(facts, { settings, due: now });
  return now;
}
/** Facts never change: what was due after one event is what was due before the next. */
const known = new WeakMap<Facts, { settings: Settings; due: Deadline[] }>();

/** Those whose moment has come at an ISO instant. */
export const overdue = (facts: Facts, at: string, settings: Settings): Deadline[] =>
  due(facts, settings).filter((d) => !isAfter(d.on, at));
