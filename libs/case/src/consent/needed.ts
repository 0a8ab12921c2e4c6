// Which consents a door needs, and which the present stage stands on.
import { rowsBefore } from '../by-door.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import type { Participant } from '../people/facts.js';
import { prepared, sides, takingPart } from '../people/taking-part.js';
import { consentPurposes, type Purpose } from '../vocabulary/consent.js';
import { roles, type Role } from '../vocabulary/people.js';
import type { Door, Stage } from '../vocabulary/stages.js';
import { consentKey, stands, type ConsentKey } from './facts.js';

type People = [Id, Participant][];
const keys = (people: People, purpose: Purpose, about: string | null = null): ConsentKey[] =>
  people.map(([id]) => consentKey(id, purpose, about));
/** Roles whose presence the two sides must each have accepted (R51). */
const accepted: readonly Role[] = ['supporter', 'communityMember', 'observer'];

/** Who attends: those booked when a meeting is about to begin or goes on, everyone taking part before that. */
function attendees(door: Door, facts: Facts): People {
  const booked = facts.conference.session?.attended ?? facts.conference.booking?.attendees;
  const all = Object.entries(facts.people.participants);
  if ((door === 'begin' || door === 'resume') && booked) return all.filter(([id]) => booked.includes(id));
  const both = new Set(sides(facts).map(([id]) => id));
  return takingPart(facts).filter(([id, p]) => both.has(id) || roles[p.role].party === null);
}

/** For each purpose that stands before a door: whose consent, and about what. */
const needs: Partial<Record<Purpose, (door: Door, facts: Facts, about: string | null) => ConsentKey[]>> = {
  contact: (door, facts) =>
    door === 'send'
      ? []
      : keys(door === 'consent' || door === 'preparation' ? sides(facts) : prepared(facts), 'contact'),
  prepare: (door, facts) => keys(door === 'preparation' ? sides(facts) : prepared(facts), 'prepare'),
  takePart: (door, facts) => {
    const type = facts.preparation.process?.type;
    return type ? keys(attendees(door, facts), 'takePart', type) : [];
  },
  attendance: (door, facts) => {
    const present = attendees(door, facts);
    const both = present.filter(([, p]) => roles[p.role].party !== null);
    return present.filter(([, p]) => accepted.includes(p.role)).flatMap(([id]) => keys(both, 'attendance', id));
  },
  coWorking: (door, facts) =>
    Object.values(facts.facilitators.assigned).some((a) => a.duty === 'coFacilitator')
      ? keys(
          attendees(door, facts).filter(([, p]) => roles[p.role].party !== null),
          'coWorking',
        )
      : [],
  receive: (_door, facts, about) => wordsKeys(facts, about, 'receive'),
  receiptKnown: (_door, facts, about) => wordsKeys(facts, about, 'receiptKnown'),
  nameKnown: (_door, _facts, about) => (about ? [consentKey(about, 'nameKnown')] : []),
  interest: (_door, _facts, about) => (about ? [consentKey(about, 'interest')] : []),
  agreementItem: (_door, facts, about) => {
    const item = about ? facts.agreement.items[about] : undefined;
    return item
      ? [item.doer, ...(item.recipient ? [item.recipient] : [])].map((id) => consentKey(id, 'agreementItem', about))
      : [];
  },
};
function wordsKeys(facts: Facts, about: string | null, purpose: Purpose): ConsentKey[] {
  const words = about ? facts.exchange.words[about] : undefined;
  return words ? [consentKey(words.to, purpose, words.kind)] : [];
}

const purposesBefore = rowsBefore(consentPurposes);

/** Every consent that must be live for this door, by the table of purposes. */
export function neededFor(door: Door, facts: Facts, about: string | null = null): ConsentKey[] {
  return purposesBefore(door).flatMap((p) => needs[p]?.(door, facts, about) ?? []);
}

/** The consents that the present stage stands on: when one of them ends, the case goes back (R21). */
export function heldBy(stage: Stage, facts: Facts): ConsentKey[] {
  if (stage === 'preparation') return neededFor('preparation', facts);
  if (stage !== 'conference') return [];
  const live =
    facts.conference.booking || facts.conference.session
      ? neededFor('begin', facts).filter((k) => !k.includes('|coWorking|'))
      : [];
  return [...new Set([...neededFor('conference', facts), ...live])];
}

/** Whether an event takes away a consent that the present stage stands on. */
export const takenAway = (stage: Stage, before: Facts, after: Facts): boolean =>
  heldBy(stage, before).some((k) => stands(before.consent.consents[k]) && !stands(after.consent.consents[k]));
