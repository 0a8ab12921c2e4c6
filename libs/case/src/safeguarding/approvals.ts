// Whether somebody in custody or on licence has the leave to take part: of the right authority, and still on the day (R38).
import { when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { ProcessQuestion } from '../question.js';
import type { Id } from '../reducers.js';
import { isAfter } from '#libs/time';
import type { Custody } from './facts.js';

/** The custody or licence in which somebody is at a moment; null when in none. */
export const custodyAt = (facts: Facts, id: Id, at: string): Custody | null => {
  const custody = facts.safeguarding.custody[id];
  return custody && (custody.until === null || isAfter(custody.until, at)) ? custody : null;
};

/** Why the leave of prison or probation is missing for this person at the moment of the meeting. */
export function whyNotApproved({ facts, process, meetsAt }: ProcessQuestion, id: Id): Blocker[] {
  const custody = custodyAt(facts, id, meetsAt);
  const approval = process.signOffs.approvals[id];
  if (!custody && !approval) return [];
  const approvedAt = approval?.approvedAt ?? null;
  const given = approvedAt !== null && (!approval?.until || isAfter(approval.until, meetsAt));
  // what was approved before somebody was moved, or by another authority, is another approval
  const ofThis =
    !custody ||
    (approvedAt !== null && approval?.authority === custody.authority && !isAfter(custody.recordedAt, approvedAt));
  return when(!given || !ofThis, 'approval', id, 'coordinator', custody?.recordedAt ?? approval?.neededAt);
}
