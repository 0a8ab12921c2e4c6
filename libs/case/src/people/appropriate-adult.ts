// The adult who stands beside somebody under 18: named for them, of age, still there, and no part of the matter (R26, R93, R96).
import { consentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import { endings } from '../process/members.js';
import type { Id } from '../reducers.js';
import { leavingReasons } from '../vocabulary/outcomes.js';
import { conflictKinds, roles } from '../vocabulary/people.js';

/** One person under each name they have in the case: whoever comes twice is known by both. */
const selves = ({ people }: Facts, id: Id): Id[] => {
  const person = people.participants[id]?.personId;
  return Object.keys(people.participants).filter((one) => people.participants[one]?.personId === person);
};

/** Whether somebody is part of the matter themselves: on a side of it, suspected, or connected with it in a way that excludes. */
export const isInvolved = (facts: Facts, id: Id): boolean =>
  selves(facts, id).some((one) => {
    const p = facts.people.participants[one];
    const wrongly = p?.leftBecause != null && leavingReasons[p.leftBecause].hidden;
    const onASide = p !== undefined && roles[p.role].party !== null && !wrongly;
    const conflicts = facts.people.conflicts[one] ?? [];
    return onASide || p?.implicated === true || conflicts.some(({ kind }) => conflictKinds[kind].excludes);
  });

/** Whether it is known that somebody is connected with anybody else than the minor beside whom they stand. */
export const isConnected = (facts: Facts, id: Id, minor: Id): boolean => {
  const theirs = selves(facts, minor);
  return selves(facts, id)
    .flatMap((one) => facts.people.conflicts[one] ?? [])
    .some((conflict) => !theirs.includes(conflict.with));
};

/** Whether somebody can stand beside a minor: in the case, of age, and no part of the matter. */
export function mayStandBeside(facts: Facts, id: Id): boolean {
  const adult = facts.people.participants[id];
  return adult !== undefined && adult.leftAt === null && adult.age === 'adult' && !isInvolved(facts, id);
}

/**
 * The adult who stands beside a minor at this moment; null where none is named, where the one who is cannot, and where they
 * have withdrawn: from being in contact, or from this process where one is asked about.
 */
export function adultBeside(facts: Facts, minor: Id, processId: Id | null = null): Id | null {
  const adult = facts.people.appropriateAdults[minor];
  if (adult === undefined || !mayStandBeside(facts, adult)) return null;
  const contact = facts.consent.consents[consentKey(adult, 'contact')];
  const no =
    processId !== null && facts.processes[processId]
      ? endings(facts, processId, adult).length > 0
      : contact !== undefined && contact.answer !== 'given';
  return no ? null : adult;
}

/** Those beside whom somebody is named to stand. */
export const minorsOf = ({ people }: Facts, adult: Id): Id[] =>
  Object.entries(people.appropriateAdults).flatMap(([minor, named]) => (named === adult ? [minor] : []));
