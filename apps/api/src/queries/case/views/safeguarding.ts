// Sign-offs, concerns, assessments, orders and approvals as staff see them (R31 to R40).
import {
  checkpointKey,
  checkpoints,
  lastsUntil,
  subjectsOf,
  whyNotSigned,
  type Checkpoint,
  type CheckpointKey,
  type Facts,
} from '#libs/case';
import type { Seen } from '../seen.js';
import { colleague, colleagueOrNull, rows } from './by-name.js';

/** Each row of the table that applies now, and each sign-off that was made, in the order of the table. */
export function signOffs(seen: Seen) {
  const signed = Object.keys(seen.facts.safeguarding.signOffs) as CheckpointKey[];
  return (Object.keys(checkpoints) as Checkpoint[]).flatMap((checkpoint) => {
    const applying = subjects(checkpoint, seen.facts).map((about) => checkpointKey(checkpoint, about));
    const made = signed.filter((key) => key.startsWith(`${checkpoint}|`));
    return [...new Set([...applying, ...made])].map((key) => signOff(seen, checkpoint, key, applying.includes(key)));
  });
}

function subjects(checkpoint: Checkpoint, facts: Facts) {
  const { per } = checkpoints[checkpoint];
  const record = per === 'words' ? facts.exchange.words : per === 'item' ? facts.agreement.items : null;
  return record
    ? Object.keys(record).flatMap((id) => subjectsOf(checkpoint, facts, id))
    : subjectsOf(checkpoint, facts, null);
}

const states = { checkpoint: 'missing', refused: 'refused', lapsed: 'lapsed' } as const;

function signOff({ facts, at, row: { settings } }: Seen, checkpoint: Checkpoint, key: CheckpointKey, applies: boolean) {
  const subject = key.slice(checkpoint.length + 1);
  const about = subject === '-' ? null : subject;
  const signed = facts.safeguarding.signOffs[key];
  const why = whyNotSigned(checkpoint, about, facts, at, settings)[0];
  return {
    checkpoint,
    about,
    asks: checkpoints[checkpoint].asks,
    applies,
    state: why ? states[why.rule as keyof typeof states] : 'passed',
    at: signed?.at ?? null,
    by: colleagueOrNull(signed?.by),
    until: signed?.outcome === 'passed' ? lastsUntil(checkpoint, signed.at, settings) : null,
    signedBy: checkpoints[checkpoint].signedBy,
  };
}

export const concerns = ({ facts }: Seen) =>
  rows(facts.safeguarding.concerns)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ decision, by, ...concern }) => ({
      ...concern,
      by: colleague(by),
      decision: decision?.decision ?? null,
      decidedAt: decision?.at ?? null,
      decidedBy: colleagueOrNull(decision?.by),
    }));

/** R39: for those on the case and the safeguarding lead; null for all others. */
export const assessments = ({ facts, onCase }: Seen) =>
  onCase
    ? Object.entries(facts.safeguarding.assessments).map(([participantId, { assessmentId, at, by, level }]) => ({
        id: assessmentId,
        participantId,
        at,
        by: colleague(by),
        level,
      }))
    : null;

export const orders = ({ facts }: Seen) => rows(facts.safeguarding.orders);
export const approvals = ({ facts }: Seen) =>
  Object.entries(facts.safeguarding.approvals).map(([participantId, approval]) => ({ participantId, ...approval }));
