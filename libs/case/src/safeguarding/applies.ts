// Which checkpoints a case needs, and for whom: the conditions that the rows of the table name.
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { sides, takesPart } from '../people/taking-part.js';
import { checkpoints, type Applies, type Checkpoint, type Supplier } from '../vocabulary/safeguarding.js';
import { duties, type Duty } from '../vocabulary/people.js';
import { isAbuse, isDirect, isSensitive } from './flags.js';

const conditions: Record<Applies, (facts: Facts, subject: Id | null) => boolean> = {
  always: () => true,
  sensitive: isSensitive,
  abuseDirect: (facts) => isAbuse(facts) && isDirect(facts),
  highRisk: (facts, id) => id !== null && facts.safeguarding.assessments[id]?.level === 'high',
  capacityDoubt: (facts, id) => id !== null && facts.consent.capacity[id] !== undefined,
  processHeld: (facts) => facts.conference.held.some((h) => h.processType !== 'victimOnly'),
  breach: (facts, id) => id !== null && facts.agreement.items[id]?.outcome?.outcome === 'breached',
};

/** Whom or what this checkpoint must be signed for now: `[null]` for the case itself, nothing when it does not apply. */
export function subjectsOf(checkpoint: Checkpoint, facts: Facts, about: string | null): (Id | null)[] {
  const row = checkpoints[checkpoint];
  const subjects =
    row.per === 'case' ? [null] : row.per === 'party' ? sides(facts).map(([id]) => id) : about ? [about] : [];
  return subjects.filter((s) => conditions[row.applies](facts, s));
}

/** The assessments a signer must not have written: that of the person it is about, or of anyone taking part. */
export const authorsOf = (facts: Facts, about: Id | null): Id[] =>
  Object.entries(facts.safeguarding.assessments)
    .filter(([id]) => (about !== null && facts.people.participants[about] ? id === about : takesPart(facts, id)))
    .map(([, a]) => a.by);

/** The duties by which a supplier works on a case; none for the roles that a service always holds. */
const dutiesOf = (supplier: Supplier): Duty[] =>
  (Object.keys(duties) as Duty[]).filter((d) => (supplier === 'facilitator' ? duties[d].facilitates : d === supplier));

/** Who can sign this now: the first the row names that somebody on the case fills who did not write the assessment (promise 3). */
export function signerOf(checkpoint: Checkpoint, about: Id | null, facts: Facts): Supplier {
  const authors = authorsOf(facts, about);
  const signers: readonly Supplier[] = checkpoints[checkpoint].signedBy;
  const filled = (needed: Duty[]) =>
    needed.length === 0 ||
    Object.entries(facts.facilitators.assigned).some(([id, a]) => needed.includes(a.duty) && !authors.includes(id));
  return signers.find((s) => filled(dutiesOf(s))) ?? checkpoints[checkpoint].signedBy[0];
}
