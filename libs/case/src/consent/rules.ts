// What consent puts before a door: each missing, ended, lapsed or unwritten consent, by itself (R17 to R26).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import { adultBeside } from '../people/appropriate-adult.js';
import type { ProcessQuestion, Question } from '../question.js';
import type { Id } from '../reducers.js';
import type { Settings } from '../settings.js';
import { endedAfter, isAfter, londonDaysBetween } from '#libs/time';
import { consentForms, consentPurposes, type Purpose } from '../vocabulary/consent.js';
import { ages } from '../vocabulary/people.js';
import { capacityFor, isUndecidable } from './capacity.js';
import { consentKey, partsOf, type ConsentKey } from './facts.js';

/** What everybody who is prepared decides for themselves: asked once for all of them at each step, by `whyNotAble`. */
const ofTakingPart: readonly Purpose[] = ['contact', 'prepare', 'takePart'];

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
  if (c.bestInterestsUntil && !isAfter(c.bestInterestsUntil, at))
    return [blocker('consentLapsed', key, 'participant', c.bestInterestsUntil)];
  const { participantId, purpose: decision } = partsOf(key);
  const ofIt = facts.consent.capacity[`${participantId}|${decision}`];
  if (ofIt && !ofTakingPart.includes(decision) && isUndecidable(ofIt, at))
    return [blocker('capacity', participantId, 'facilitator', ofIt.doubtedAt)];
  const purpose = consentPurposes[partsOf(key).purpose];
  if (purpose.written && !(c.form && consentForms[c.form].written))
    return [blocker('consentNotWritten', key, 'participant', c.at)];
  return [];
}

/**
 * On the day each who comes says again that they want to take part, and since the last change of who comes: so each has
 * been told of a change, and can object (R24, R83).
 */
export function whyNotReconfirmed({ facts, process, processId, at, settings }: ProcessQuestion, id: Id): Blocker[] {
  if (!process.type) return [];
  const key = consentKey(id, 'takePart', processId, process.type.type);
  const c = facts.consent.consents[key];
  if (!c) return [];
  const changedAt = process.conference.booking?.changedAt ?? null;
  const said = c.reconfirmedAt;
  const fresh =
    said !== null &&
    londonDaysBetween(said, at) < settings.dayOfDays &&
    (changedAt === null || !isAfter(changedAt, said));
  return when(!fresh, 'reconfirmation', key, 'participant', said ?? changedAt);
}

/**
 * R25, R26, R94: why a person may not be able to consent to what a step needs: capacity in doubt for one of these decisions, an
 * age not known, a minor without an appropriate adult.
 */
export function whyNotAble(
  { facts, processId, at }: ProcessQuestion,
  id: Id,
  step: 'preparation' | 'arrange',
): Blocker[] {
  const p = facts.people.participants[id];
  if (!p) return [];
  const decisions = ofTakingPart.filter((d) => step === 'arrange' || d !== 'takePart');
  const inDoubt = decisions.map((d) => capacityFor(facts.consent.capacity, id, d)).find((c) => isUndecidable(c, at));
  return [
    ...when(p.age === 'unknown', 'age', id, 'facilitator', p.joinedAt),
    ...when(inDoubt != null, 'capacity', id, 'facilitator', inDoubt?.doubtedAt),
    ...when(
      ages[p.age].minor && adultBeside(facts, id, processId) === null,
      'appropriateAdult',
      id,
      'facilitator',
      p.joinedAt,
    ),
  ];
}

/** A person who said "not now" is not approached before the day they named (R5); who refused or withdrew contact, not at all. */
export function whyNotApproached({ facts, processId, at, settings, about }: Question): Blocker[] {
  if (!about) return [];
  // a "not now" to one process keeps nobody from being asked about another (R81)
  const answers = (Object.keys(facts.consent.consents) as ConsentKey[]).filter((key) => {
    const k = partsOf(key);
    const ofIt = processId === null || k.processId === processId;
    return k.participantId === about && (k.purpose === 'contact' || (k.purpose === 'prepare' && ofIt));
  });
  return answers.flatMap((key) => {
    const c = facts.consent.consents[key];
    const waits = c?.answer === 'notNow' || (partsOf(key).purpose === 'contact' && c?.answer !== 'given');
    const due = c?.answer === 'notNow' && c.reaskOn !== null && !isAfter(c.reaskOn, at);
    return waits && !due ? whyNotLive(key, facts, at, settings) : [];
  });
}
