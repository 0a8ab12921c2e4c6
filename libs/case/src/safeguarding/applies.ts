// Which checkpoints a case and its processes need, and for whom: the conditions that the rows of the table name.
import { capacitiesOf } from '../consent/capacity.js';
import type { Facts } from '../facts.js';
import type { Process } from '../process/facts.js';
import { isDirect, sideOf, takesPart, tookPlace } from '../process/members.js';
import type { Id } from '../reducers.js';
import { checkpoints, type Applies, type Checkpoint, type Supplier } from '../vocabulary/safeguarding.js';
import { duties, type Duty } from '../vocabulary/people.js';
import { isAbuse, isSensitive } from './flags.js';

const conditions: Record<Applies, (facts: Facts, p: Process | null, about: Id | null) => boolean> = {
  always: () => true,
  sensitive: isSensitive,
  abuseDirect: (facts, p) => isAbuse(facts) && p !== null && isDirect(p),
  highRisk: (facts, _p, id) => id !== null && facts.safeguarding.assessments[id]?.level === 'high',
  capacityDoubt: (facts, _p, id) => id !== null && capacitiesOf(facts.consent.capacity, id).length > 0,
  delivered: (_facts, p) => p !== null && p.type?.type !== 'harmedOnly' && tookPlace(p),
  notKept: (_facts, p, id) => id !== null && p?.agreement.items[id]?.outcome?.outcome === 'notKept',
};

/** Whether a checkpoint must be signed for this process, or this person, communication or item in it. */
export const applies = (checkpoint: Checkpoint, facts: Facts, p: Process | null, about: Id | null): boolean =>
  conditions[checkpoints[checkpoint].applies](facts, p, about) &&
  (checkpoints[checkpoint].per !== 'party' || (about !== null && p !== null && sideOf(p, about) !== null));

/** Those whose assessment a signer must not have written: that of the person it is about, or of anyone taking part. */
export const authorsOf = (facts: Facts, processId: Id | null, about: Id | null): Id[] =>
  Object.entries(facts.safeguarding.assessments)
    .filter(([id]) =>
      about !== null && facts.people.participants[about]
        ? id === about
        : processId === null || (facts.processes[processId] !== undefined && takesPart(facts, processId, id)),
    )
    .map(([, a]) => a.by);

/** The duties by which a supplier works on a case; none for the roles that a service always holds. */
const dutiesOf = (supplier: Supplier): Duty[] =>
  (Object.keys(duties) as Duty[]).filter((d) => (supplier === 'facilitator' ? duties[d].facilitates : d === supplier));

/** Whether somebody is the only facilitator of a case: what they hold alone, somebody else finds safe on the day. */
export const holdsItAlone = ({ facilitators }: Facts, id: Id): boolean => {
  const on = Object.entries(facilitators.assigned).flatMap(([who, a]) => (duties[a.duty].facilitates ? [who] : []));
  return on.length === 1 && on[0] === id;
};

/** Who can sign this now: the first the row names that somebody on the case fills who did not write the assessment (promise 3). */
export function signerOf(checkpoint: Checkpoint, processId: Id | null, about: Id | null, facts: Facts): Supplier {
  const authors = authorsOf(facts, processId, about);
  const signers: readonly Supplier[] = checkpoints[checkpoint].signedBy;
  const filled = (needed: Duty[]) =>
    needed.length === 0 ||
    Object.entries(facts.facilitators.assigned).some(
      ([id, a]) =>
        needed.includes(a.duty) && !authors.includes(id) && !(checkpoint === 'dayOf' && holdsItAlone(facts, id)),
    );
  return signers.find((s) => filled(dutiesOf(s))) ?? checkpoints[checkpoint].signedBy[0];
}
