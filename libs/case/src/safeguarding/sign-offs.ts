// Sign-offs and approvals of one process: they are about this process, and age with it (R33, R38, R82).
import { happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { Authority } from '../vocabulary/orders.js';
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
  approvals: Record<Id, Approval>;
}
/** The leave that somebody needs to take part, and who gave it, for which place, until when; null while it is missing, or never said. */
export interface Approval {
  neededAt: string;
  approvedAt: string | null;
  authority: Authority | null;
  place: Id | null;
  until: string | null;
}

export interface SignOffEvents {
  /** `processId` is left out for checkpoints of the whole case. */
  'checkpoint.passed': { processId?: Id; checkpoint: Checkpoint; about?: Id; findings?: readonly string[] };
  'checkpoint.refused': { processId?: Id; checkpoint: Checkpoint; about?: Id; reason: Id };
  'approval.needed': { processId: Id; participantId: Id };
  'approval.given': { processId: Id; participantId: Id; authority: Authority; place: Id; until?: string };
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
    approvals: put(s.approvals, e.participantId, {
      neededAt: e.at,
      approvedAt: null,
      authority: null,
      place: null,
      until: null,
    }),
  }),
  'approval.given': (s, e) => ({
    ...s,
    approvals: put(s.approvals, e.participantId, {
      neededAt: s.approvals[e.participantId]?.neededAt ?? happenedAt(e),
      approvedAt: happenedAt(e),
      // entries of before this was asked say neither
      authority: (e.authority as Authority | undefined) ?? null,
      place: (e.place as Id | undefined) ?? null,
      until: e.until ?? null,
    }),
  }),
};
