// Safeguarding sign-offs of a case and of each process as staff see them (R33, R87).
import {
  checkpointApplies,
  checkpointKey,
  checkpoints,
  lastsUntil,
  processOf,
  takingPart,
  whyNotSigned,
  type Checkpoint,
  type CheckpointKey,
  type Id,
} from '#libs/case';
import type { Seen } from '../seen.js';
import { colleagueOrNull } from './by-name.js';

const all = Object.keys(checkpoints) as Checkpoint[];

/** Those that are signed for the whole case. */
export const signOffsOfCase = (seen: Seen) => listed(seen, null);
/** Those that are signed for a process, its people, its communications and its items. */
export const signOffsOf = (seen: Seen, processId: Id) => listed(seen, processId);

/** Each row of the table that applies now, and each sign-off that was made, in the order of the table. */
function listed(seen: Seen, processId: Id | null) {
  const made = Object.keys(signedIn(seen, processId)) as CheckpointKey[];
  return all.flatMap((checkpoint) => {
    const applying = subjects(seen, processId, checkpoint).map((about) => checkpointKey(checkpoint, about));
    const signed = made.filter((key) => key.startsWith(`${checkpoint}|`));
    return [...new Set([...applying, ...signed])].map((key) =>
      signOff(seen, processId, checkpoint, key, applying.includes(key)),
    );
  });
}

const signedIn = ({ facts }: Seen, processId: Id | null) =>
  processId === null ? facts.safeguarding.signed : processOf(facts, processId).signOffs.signed;

/** Whom or what a checkpoint must be signed for, as things stand. */
function subjects({ facts }: Seen, processId: Id | null, checkpoint: Checkpoint): (Id | null)[] {
  const { per } = checkpoints[checkpoint];
  if ((per === 'case') !== (processId === null)) return [];
  if (processId === null) return checkpointApplies(checkpoint, facts, null, null) ? [null] : [];
  const process = processOf(facts, processId);
  const about: (Id | null)[] = {
    case: [],
    process: [null],
    party: takingPart(facts, processId),
    communication: Object.keys(process.communication.of),
    item: Object.keys(process.agreement.items),
  }[per];
  return about.filter((id) => checkpointApplies(checkpoint, facts, process, id));
}

const states = { checkpoint: 'missing', refused: 'refused', lapsed: 'lapsed' } as const;

function signOff(seen: Seen, processId: Id | null, checkpoint: Checkpoint, key: CheckpointKey, applies: boolean) {
  const { facts, at, row } = seen;
  const subject = key.slice(checkpoint.length + 1);
  const about = subject === '-' ? null : subject;
  const signed = signedIn(seen, processId)[key];
  const why = whyNotSigned(checkpoint, facts, processId, about, at, row.settings)[0];
  return {
    checkpoint,
    about,
    asks: checkpoints[checkpoint].asks,
    applies,
    state: why ? states[why.rule as keyof typeof states] : 'passed',
    at: signed?.at ?? null,
    by: colleagueOrNull(signed?.by),
    until: signed?.outcome === 'passed' ? lastsUntil(checkpoint, signed.at, row.settings) : null,
    signedBy: checkpoints[checkpoint].signedBy,
  };
}
