// What it means that somebody left: whether they may still be contacted, and whether they are in anybody's view (R92).
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { leavingReasons } from '../vocabulary/outcomes.js';

const reasonOf = (facts: Facts, id: Id) => {
  const because = facts.people.participants[id]?.leftBecause;
  return because ? leavingReasons[because] : null;
};

/** Whether a person may be contacted at all: nobody objected for them, and they did not leave for a reason that ends it. */
export const mayBeContacted = (facts: Facts, id: Id): boolean => {
  const approach = facts.people.participants[id]?.approach;
  return approach !== undefined && approach !== 'objected' && (reasonOf(facts, id)?.contact ?? true);
};
/** Whether a person was named by mistake, and is out of everybody's view as far as the law lets. */
export const isHidden = (facts: Facts, id: Id): boolean => reasonOf(facts, id)?.hidden ?? false;
/** Whether a person who left is followed up all the same (R62). */
export const isFollowedUp = (facts: Facts, id: Id): boolean => reasonOf(facts, id)?.followUp ?? true;
