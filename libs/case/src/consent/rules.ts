// What consent puts before a door: each missing, ended, lapsed or unwritten consent, by itself (R17 to R24).
import { blocker, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { endedAfter, isAfter, londonDaysBetween } from '#libs/time';
import { consentForms, consentPurposes } from '../vocabulary/consent.js';
import type { Door } from '../vocabulary/stages.js';
import { partsOf, type ConsentKey } from './facts.js';
import { neededFor } from './needed.js';

/** Why one consent is not live at this moment; nothing when it is. */
export function whyNotLive(key: ConsentKey, facts: Facts, at: string, settings: Settings): Blocker[] {
  const c = facts.consent.consents[key];
  if (!c) return [blocker('consent', key, 'participant')];
  if (c.answer === 'refused' || c.answer === 'withdrawn') return [blocker('consentEnded', key, 'participant', c.at)];
  if (c.answer === 'notNow') {
    const due = c.reaskOn !== null && !isAfter(c.reaskOn, at);
    return [blocker('notNow', key, due ? 'facilitator' : 'clock', c.at)];
  }
  if (c.voided) return [blocker('consentLapsed', key, 'participant', c.voided.at)];
  const lapsed = endedAfter(c.at, settings.consentDays, at);
  if (lapsed) return [blocker('consentLapsed', key, 'participant', lapsed)];
  const purpose = consentPurposes[partsOf(key).purpose];
  if (purpose.written && !(c.form && consentForms[c.form].written))
    return [blocker('consentNotWritten', key, 'participant', c.at)];
  return [];
}

/** On the day, each attendee says again that they want to take part (R24). */
function reconfirmed(facts: Facts, at: string, settings: Settings): Blocker[] {
  return neededFor('begin', facts)
    .filter((k) => partsOf(k).purpose === 'takePart')
    .flatMap((key) => {
      const c = facts.consent.consents[key];
      const fresh = c?.reconfirmedAt && londonDaysBetween(c.reconfirmedAt, at) < settings.dayOfDays;
      return c && !fresh ? [blocker('reconfirmation', key, 'participant', c.reconfirmedAt)] : [];
    });
}

/** A person is prepared only with their own yes to it, at this moment (practice.md section 2). */
export const whyNotPrepared = (about: string | null, facts: Facts, at: string, settings: Settings): Blocker[] =>
  about ? whyNotLive(`${about}|prepare|-`, facts, at, settings) : [];

/** A person who said "not now" is not approached before the day they named (R5); who refused or withdrew contact, not at all. */
function approach(about: string | null, facts: Facts, at: string, settings: Settings): Blocker[] {
  if (!about) return [];
  return (['contact', 'prepare'] as const).flatMap((purpose) => {
    const key: ConsentKey = `${about}|${purpose}|-`;
    const c = facts.consent.consents[key];
    if (!c || c.answer === 'given' || (purpose === 'prepare' && c.answer !== 'notNow')) return [];
    const due = c.answer === 'notNow' && c.reaskOn !== null && !isAfter(c.reaskOn, at);
    return due ? [] : whyNotLive(key, facts, at, settings);
  });
}

/** Doors that nobody passes who may not be able to consent: a doubt that comes late stands before the next of them (R25). */
const onlyAble: readonly Door[] = ['preparation', 'conference', 'book', 'begin', 'resume', 'pass'];

/** The adult of a minor still counts: in the case, of age, not implicated (R26). */
const adultOf = (minor: string, facts: Facts): boolean => {
  const adult = facts.people.participants[facts.people.appropriateAdults[minor] ?? ''];
  return adult !== undefined && adult.leftAt === null && adult.age === 'adult' && !adult.implicated;
};

/** R25, R26: capacity in doubt, an age not known, a minor without an appropriate adult. */
function ableToConsent(door: Door, facts: Facts): Blocker[] {
  if (!onlyAble.includes(door)) return [];
  const asked = new Set(neededFor(door, facts).map((k) => partsOf(k).participantId));
  return [...asked].flatMap((id) => {
    const p = facts.people.participants[id];
    const capacity = facts.consent.capacity[id];
    return [
      ...(p?.age === 'unknown' ? [blocker('age', id, 'facilitator', p.joinedAt)] : []),
      ...(capacity && (!capacity.assessed || capacity.assessed.finding === 'lacks')
        ? [blocker('capacity', id, 'facilitator', capacity.doubtedAt)]
        : []),
      ...(p && (p.age === 'underSixteen' || p.age === 'sixteenOrSeventeen') && !adultOf(id, facts)
        ? [blocker('appropriateAdult', id, 'facilitator', p.joinedAt)]
        : []),
    ];
  });
}

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  if (door === 'approach') return approach(about, facts, at, settings);
  return [
    ...neededFor(door, facts, about).flatMap((key) => whyNotLive(key, facts, at, settings)),
    ...(door === 'begin' ? reconfirmed(facts, at, settings) : []),
    ...ableToConsent(door, facts),
  ];
}
