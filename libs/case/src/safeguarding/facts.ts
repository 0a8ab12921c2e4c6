// What safeguarding knows of a whole case: assessments, flags, concerns, freezes, orders. Nothing is overwritten without a trace in the journal.
import { change, happenedAt, isOvertaken, put, without, type Id, type Reducers } from '../reducers.js';
import type { CaseOpened } from '../referral/facts.js';
import { concernDecisions, type ConcernDecision, type FreezeKind } from '../vocabulary/safeguarding.js';
import type { Authority, CustodyKind, Prohibition } from '../vocabulary/orders.js';
import { offenceKinds, type RiskFactor, type RiskFlag, type RiskLevel } from '../vocabulary/risk.js';
import { signed, type SignOffEvents, type SignOffFacts } from './sign-offs.js';

/** What something reaches: one process, everything about one person, or, where both are null, the whole case. */
export interface Scope {
  participantId: Id | null;
  processId: Id | null;
}
export interface Assessment {
  assessmentId: Id;
  at: string;
  by: Id;
  level: RiskLevel;
}
export interface Concern extends Scope {
  at: string;
  by: Id;
  decision: { at: string; by: Id; decision: ConcernDecision } | null;
}
/** Something that holds (R84). `bySafeguarding`: only the safeguarding lead ends it. */
export interface Freeze extends Scope {
  kind: FreezeKind;
  at: string;
  bySafeguarding: boolean;
}
/** An order or condition: who must not have which contact with whom, from when until when (R89). */
export interface Order {
  participantId: Id;
  /** With whom; null for everybody on the other side. */
  towards: Id | null;
  forbids: readonly Prohibition[];
  from: string;
  until: string | null;
}

/** Somebody in custody or on licence: they come, and are written to, with the leave of this authority (R38). */
export interface Custody {
  kind: CustodyKind;
  authority: Authority;
  /** The prison or office, by its name. */
  place: Id;
  recordedAt: string;
  until: string | null;
}

export interface SafeguardingFacts {
  assessments: Record<Id, Assessment>;
  /** When risk information became known, and what it reaches (R33). */
  informed: readonly (Scope & { at: string })[];
  /** Sign-offs of the whole case; those of a process stand with it. */
  signed: SignOffFacts['signed'];
  flags: Partial<Record<RiskFlag, { at: string }>>;
  cleared: Partial<Record<RiskFlag, { at: string; by: Id }>>;
  /** Every concern there was, with its decision. */
  concerns: Record<Id, Concern>;
  /** What holds now, by the id of the concern or pause it came from. */
  freezes: Record<Id, Freeze>;
  orders: Record<Id, Order>;
  /** Custody or licence of each person, latest. */
  custody: Record<Id, Custody>;
}

export interface SafeguardingEvents extends Pick<SignOffEvents, 'checkpoint.passed' | 'checkpoint.refused'> {
  'risk.assessed': {
    participantId: Id;
    assessmentId: Id;
    level: RiskLevel;
    factors: readonly RiskFactor[];
    tool?: Id;
  };
  'risk.informed': { participantId?: Id; processId?: Id; text: Id };
  'flag.set': { flag: RiskFlag };
  'flag.cleared': { flag: RiskFlag; reason: Id };
  'concern.raised': { concernId: Id; about?: Id; processId?: Id; text: Id };
  'concern.decided': { concernId: Id; decision: ConcernDecision; reason: Id };
  'case.paused': { pauseId: Id; about?: Id; processId?: Id; reason: Id };
  /** The end of a pause, of a stop, or of "no direct process". */
  'freeze.lifted': { freezeId: Id; reason: Id };
  'order.recorded': {
    orderId: Id;
    participantId: Id;
    towards?: Id;
    forbids: readonly Prohibition[];
    from: string;
    until?: string;
  };
  'order.ended': { orderId: Id };
  'custody.recorded': { participantId: Id; kind: CustodyKind; authority: Authority; place: Id; until?: string };
  'custody.ended': { participantId: Id };
}

const levels: readonly RiskLevel[] = ['low', 'medium', 'high'];

export const begin = (e: CaseOpened & { at: string }): SafeguardingFacts => ({
  assessments: {},
  informed: [],
  signed: {},
  flags: Object.fromEntries(
    [...(e.flags ?? []), ...e.offences.flatMap((o) => offenceKinds[o.kind].flags)].map((f) => [f, { at: e.at }]),
  ),
  cleared: {},
  concerns: {},
  freezes: {},
  orders: {},
  custody: {},
});

const scopeOf = (e: { about?: Id; processId?: Id }): Scope => ({
  participantId: e.about ?? null,
  processId: e.processId ?? null,
});

export const reducers: Reducers<SafeguardingFacts, SafeguardingEvents> = {
  'risk.assessed': (s, e) => {
    const before = s.assessments[e.participantId];
    if (isOvertaken(e, before)) return s;
    const assessment = { assessmentId: e.assessmentId, at: happenedAt(e), by: e.by, level: e.level };
    const high = e.level === 'high';
    // risk that has grown is new information: what was signed before was about less of it (R33, R87)
    const grown = before !== undefined && levels.indexOf(e.level) > levels.indexOf(before.level);
    return {
      ...s,
      informed: grown
        ? [...s.informed, { participantId: e.participantId, processId: null, at: happenedAt(e) }]
        : s.informed,
      assessments: put(s.assessments, e.participantId, assessment),
      flags: high ? { ...s.flags, highRisk: { at: e.at } } : s.flags,
      // risk that is found high again is high again, whatever was cleared before
      cleared: high ? without(s.cleared, 'highRisk') : s.cleared,
    };
  },
  'risk.informed': (s, e) => ({
    ...s,
    informed: [
      ...s.informed,
      { participantId: e.participantId ?? null, processId: e.processId ?? null, at: happenedAt(e) },
    ],
  }),
  'checkpoint.passed': (s, e) => (e.processId === undefined ? { ...s, signed: signed(s.signed, e, 'passed') } : s),
  'checkpoint.refused': (s, e) => (e.processId === undefined ? { ...s, signed: signed(s.signed, e, 'refused') } : s),
  'flag.set': (s, e) => ({
    ...s,
    flags: { ...s.flags, [e.flag]: { at: e.at } },
    cleared: without(s.cleared, e.flag),
  }),
  'flag.cleared': (s, e) => ({ ...s, cleared: { ...s.cleared, [e.flag]: { at: e.at, by: e.by } } }),
  // more words of the same person to the same concern leave it as it stands: the journal has them
  'concern.raised': (s, e) =>
    s.concerns[e.concernId]
      ? s
      : {
          ...s,
          concerns: put(s.concerns, e.concernId, { ...scopeOf(e), at: happenedAt(e), by: e.by, decision: null }),
          freezes: put(s.freezes, e.concernId, {
            ...scopeOf(e),
            kind: 'concern',
            at: happenedAt(e),
            bySafeguarding: true,
          }),
        },
  // what the decision leaves holds what the concern held
  'concern.decided': (s, e) => {
    const { leaves } = concernDecisions[e.decision];
    const held = s.freezes[e.concernId];
    return {
      ...s,
      concerns: change(s.concerns, e.concernId, (c) => ({
        ...c,
        decision: { at: e.at, by: e.by, decision: e.decision },
      })),
      freezes:
        held && leaves !== null
          ? put(s.freezes, e.concernId, { ...held, kind: leaves, at: e.at })
          : without(s.freezes, e.concernId),
    };
  },
  'case.paused': (s, e) => ({
    ...s,
    freezes: put(s.freezes, e.pauseId, { ...scopeOf(e), kind: 'pause', at: e.at, bySafeguarding: false }),
  }),
  'freeze.lifted': (s, e) => ({ ...s, freezes: without(s.freezes, e.freezeId) }),
  'order.recorded': (s, e) => ({
    ...s,
    orders: put(s.orders, e.orderId, {
      participantId: e.participantId,
      towards: e.towards ?? null,
      forbids: e.forbids,
      from: e.from,
      until: e.until ?? null,
    }),
  }),
  // what is ended ends no later than it would have
  'order.ended': (s, e) => ({
    ...s,
    orders: change(s.orders, e.orderId, (o) =>
      o.until !== null && o.until < happenedAt(e) ? o : { ...o, until: happenedAt(e) },
    ),
  }),
  'custody.recorded': (s, e) => ({
    ...s,
    custody: put(s.custody, e.participantId, {
      kind: e.kind,
      authority: e.authority,
      place: e.place,
      recordedAt: e.at,
      until: e.until ?? null,
    }),
  }),
  'custody.ended': (s, e) => ({
    ...s,
    custody: change(s.custody, e.participantId, (c) => ({ ...c, until: happenedAt(e) })),
  }),
};
