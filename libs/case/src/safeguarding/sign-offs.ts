// Sign-offs and approvals of one process: they are about this process, and age with it (R33, R38, R82).
import { change, happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { Checkpoint } from '../vocabulary/safeguarding.js';

export interface SignOff {
  outcome: 'passed' | 'refused';
  at: string;
  by: Id;
}
/** A checkpoint, and the person, communication or item it is about ('-' for the case or the process). */
export type CheckpointKey = `${Checkpoint}|${string}`;
export const checkpointKey = (checkpoint: Checkpoint, about: string | null = null): CheckpointKey =>
  `${checkpoint}|${about ?? '-'}`;

/** The person, communication or item of a key; null for the case or the process. */
export const aboutOf = (key: CheckpointKey): string | null => {
  const about = key.split('|')[1];
  return about === undefined || about === '-' ? null : about;
};

export interface SignOffFacts {
  signed: Record<CheckpointKey, SignOff>;
  /** Custody or licence: who needs an approval to take part, and when it was given (R38). */
  approvals: Record<Id, { neededAt: string; approvedAt: string | null }>;
}

export interface SignOffEvents {
  /** `processId` is left out for checkpoints of the whole case. */
  'checkpoint.passed': { processId?: Id; checkpoint: Checkpoint; about?: Id; findings?: readonly string[] };
  'checkpoint.refused': { processId?: Id; checkpoint: Checkpoint; about?: Id; reason: Id };
  'approval.needed': { processId: Id; participantId: Id };
  'approval.given': { processId: Id; participantId: Id };
}

export const begin = (): SignOffFacts => ({ signed: {}, approvals: {} });

/** The sign-offs with one more, which takes the place of an earlier one of the same. */
export const signed = (
  s: SignOffFacts['signed'],
  e: { checkpoint: Checkpoint; about?: Id; at: string; on?: string; by: Id },
  outcome: SignOff['outcome'],
): SignOffFacts['signed'] => ({
  ...s,
  [checkpointKey(e.checkpoint, e.about)]: { outcome, at: happenedAt(e), by: e.by },
});

export const reducers: Reducers<SignOffFacts, SignOffEvents> = {
  'checkpoint.passed': (s, e) => ({ ...s, signed: signed(s.signed, e, 'passed') }),
  'checkpoint.refused': (s, e) => ({ ...s, signed: signed(s.signed, e, 'refused') }),
  'approval.needed': (s, e) => ({
    ...s,
    approvals: put(s.approvals, e.participantId, { neededAt: e.at, approvedAt: null }),
  }),
  'approval.given': (s, e) => ({
    ...s,
    approvals: change(s.approvals, e.participantId, (a) => ({ ...a, approvedAt: happenedAt(e) })),
  }),
};
