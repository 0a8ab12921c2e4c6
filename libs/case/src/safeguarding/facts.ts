// What safeguarding knows: assessments, sign-offs, flags, concerns, orders, pauses. Nothing is overwritten without a trace in the journal.
import { change, put, type Id, type Reducers } from '../reducers.js';
import type { CaseOpened } from '../referral/facts.js';
import {
  concernDecisions,
  offenceKinds,
  type Checkpoint,
  type ConcernDecision,
  type Prohibition,
  type Restriction,
  type RiskFactor,
  type RiskFlag,
  type RiskLevel,
} from '../vocabulary/safeguarding.js';

export interface Assessment {
  assessmentId: Id;
  at: string;
  by: Id;
  level: RiskLevel;
}
export interface SignOff {
  outcome: 'passed' | 'refused';
  at: string;
  by: Id;
}
export interface Concern {
  at: string;
  by: Id;
  /** The participant it is about; null when about the case. */
  about: Id | null;
  decision: { at: string; by: Id; decision: ConcernDecision } | null;
}
/** A checkpoint, and the person, words or item it is about ('-' for the case). */
export type CheckpointKey = `${Checkpoint}|${string}`;
export const checkpointKey = (checkpoint: Checkpoint, about: string | null = null): CheckpointKey =>
  `${checkpoint}|${about ?? '-'}`;

export interface SafeguardingFacts {
  assessments: Record<Id, Assessment>;
  /** When risk information last became known (R33). */
  informedAt: string | null;
  signOffs: Record<CheckpointKey, SignOff>;
  flags: Partial<Record<RiskFlag, { at: string }>>;
  cleared: Partial<Record<RiskFlag, { at: string; by: Id }>>;
  concerns: Record<Id, Concern>;
  orders: Record<Id, { participantId: Id; forbids: readonly Prohibition[]; from: string; until: string | null }>;
  /** Custody or licence: who must approve, and when each did (R38). */
  approvals: Record<Id, { neededAt: string; approvedAt: string | null }>;
  indirectOnly: boolean;
  stoppedAt: string | null;
  pausedAt: string | null;
  /** True when the safeguarding lead paused it: nobody else lets it go on. */
  pausedForSafety: boolean;
}

export interface SafeguardingEvents {
  'risk.assessed': {
    participantId: Id;
    assessmentId: Id;
    level: RiskLevel;
    factors: readonly RiskFactor[];
    tool?: string;
  };
  'risk.informed': { participantId?: Id; text: Id };
  'checkpoint.passed': { checkpoint: Checkpoint; about?: Id; findings?: readonly string[] };
  'checkpoint.refused': { checkpoint: Checkpoint; about?: Id; reason: Id };
  'flag.set': { flag: RiskFlag };
  'flag.cleared': { flag: RiskFlag; reason: Id };
  'concern.raised': { concernId: Id; about?: Id; text: Id };
  'concern.decided': { concernId: Id; decision: ConcernDecision; reason: Id };
  'order.recorded': { orderId: Id; participantId: Id; forbids: readonly Prohibition[]; from: string; until?: string };
  'order.ended': { orderId: Id };
  'approval.needed': { participantId: Id };
  'approval.given': { participantId: Id };
  /** The safeguarding lead ends a stop, or allows direct processes again. */
  'restriction.lifted': { restriction: Restriction; reason: Id };
  'case.paused': { reason: Id };
  'case.resumed': { reason: Id };
}

export const begin = (e: CaseOpened & { at: string }): SafeguardingFacts => ({
  assessments: {},
  informedAt: null,
  signOffs: {},
  flags: Object.fromEntries(
    [...(e.flags ?? []), ...e.offences.flatMap((o) => offenceKinds[o.kind].flags)].map((f) => [f, { at: e.at }]),
  ),
  cleared: {},
  concerns: {},
  orders: {},
  approvals: {},
  indirectOnly: false,
  stoppedAt: null,
  pausedAt: null,
  pausedForSafety: false,
});

const signed = (
  s: SafeguardingFacts,
  e: { checkpoint: Checkpoint; about?: Id; at: string; by: Id },
  outcome: SignOff['outcome'],
): SafeguardingFacts => ({
  ...s,
  signOffs: { ...s.signOffs, [checkpointKey(e.checkpoint, e.about)]: { outcome, at: e.at, by: e.by } },
});

export const reducers: Reducers<SafeguardingFacts, SafeguardingEvents> = {
  'risk.assessed': (s, e) => ({
    ...s,
    assessments: put(s.assessments, e.participantId, {
      assessmentId: e.assessmentId,
      at: e.at,
      by: e.by,
      level: e.level,
    }),
    flags: e.level === 'high' ? { ...s.flags, highRisk: { at: e.at } } : s.flags,
  }),
  'risk.informed': (s, e) => ({ ...s, informedAt: e.at }),
  'checkpoint.passed': (s, e) => signed(s, e, 'passed'),
  'checkpoint.refused': (s, e) => signed(s, e, 'refused'),
  'flag.set': (s, e) => {
    const { [e.flag]: _again, ...cleared } = s.cleared;
    return { ...s, flags: { ...s.flags, [e.flag]: { at: e.at } }, cleared };
  },
  'flag.cleared': (s, e) => ({ ...s, cleared: { ...s.cleared, [e.flag]: { at: e.at, by: e.by } } }),
  'concern.raised': (s, e) => ({
    ...s,
    concerns: put(s.concerns, e.concernId, { at: e.at, by: e.by, about: e.about ?? null, decision: null }),
  }),
  'concern.decided': (s, e) => {
    const does = concernDecisions[e.decision];
    return {
      ...s,
      concerns: change(s.concerns, e.concernId, (c) => ({
        ...c,
        decision: { at: e.at, by: e.by, decision: e.decision },
      })),
      indirectOnly: s.indirectOnly || does.indirectOnly,
      stoppedAt: does.stops ? e.at : s.stoppedAt,
      pausedAt: does.pauses ? e.at : s.pausedAt,
      pausedForSafety: does.pauses || s.pausedForSafety,
    };
  },
  'order.recorded': (s, e) => ({
    ...s,
    orders: put(s.orders, e.orderId, {
      participantId: e.participantId,
      forbids: e.forbids,
      from: e.from,
      until: e.until ?? null,
    }),
  }),
  'order.ended': (s, e) => ({ ...s, orders: change(s.orders, e.orderId, (o) => ({ ...o, until: e.at })) }),
  'approval.needed': (s, e) => ({
    ...s,
    approvals: put(s.approvals, e.participantId, { neededAt: e.at, approvedAt: null }),
  }),
  'approval.given': (s, e) => ({
    ...s,
    approvals: change(s.approvals, e.participantId, (a) => ({ ...a, approvedAt: e.at })),
  }),
  'case.paused': (s, e) => ({ ...s, pausedAt: e.at }),
  'case.resumed': (s) => ({ ...s, pausedAt: null, pausedForSafety: false }),
  'restriction.lifted': (s, e) =>
    e.restriction === 'stopped' ? { ...s, stoppedAt: null } : { ...s, indirectOnly: false },
};
