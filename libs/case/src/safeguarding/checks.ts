// What makes a safeguarding event incomplete or wrong: a sign-off by its own author, a missing factor, a decision on nothing (R32, R34, R36).
import { blocker, when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { checkpoints, riskFactors, type RiskFactor } from '../vocabulary/safeguarding.js';
import { isAfter } from '#libs/time';
import { authorsOf } from './applies.js';
import type { SafeguardingEvents } from './facts.js';
import { flagsOf } from './flags.js';

type Signing = Pick<SafeguardingEvents, 'checkpoint.passed' | 'checkpoint.refused'>;
const subject: NonNullable<Checks<Signing>['checkpoint.refused']> = (e, f) => {
  const per = checkpoints[e.checkpoint].per;
  const known =
    per === 'case'
      ? e.about === undefined
      : e.about !== undefined &&
        (per === 'party' ? f.people.participants : per === 'words' ? f.exchange.words : f.agreement.items)[e.about] !==
          undefined;
  return when(!known, 'unsound', 'about', 'facilitator');
};

export const checks: Checks<SafeguardingEvents> = {
  'risk.assessed': (e) =>
    (Object.keys(riskFactors) as RiskFactor[])
      .filter((x) => !e.factors.includes(x))
      .map((x) => blocker('unsound', `factors:${x}`, 'facilitator')),
  'checkpoint.passed': (e, f, s) => [
    ...subject({ ...e, reason: '-' }, f, s),
    ...when(
      authorsOf(f, e.about ?? null).includes(e.by),
      'author',
      e.checkpoint,
      checkpoints[e.checkpoint].signedBy[0],
    ),
    ...checkpoints[e.checkpoint].findings
      .filter((x) => !e.findings?.includes(x))
      .map((x) => blocker('unsound', `findings:${x}`, 'safeguardingLead')),
  ],
  'checkpoint.refused': subject,
  'flag.cleared': (e, f) => when(!flagsOf(f).includes(e.flag), 'unsound', 'flag', 'supervisor'),
  'concern.raised': (e, f) => [
    ...when(f.safeguarding.concerns[e.concernId] !== undefined, 'unsound', 'concernId', 'facilitator'),
    ...when(e.about !== undefined && !f.people.participants[e.about], 'unknown', 'about', 'facilitator'),
  ],
  'concern.decided': (e, f) => {
    const c = f.safeguarding.concerns[e.concernId];
    return [
      ...when(!c, 'unknown', 'concernId', 'safeguardingLead'),
      ...when(Boolean(c?.decision), 'unsound', 'concernId', 'safeguardingLead'),
      ...when(!e.reason, 'unsound', 'reason', 'safeguardingLead'),
    ];
  },
  'order.recorded': (e) => [
    ...when(e.forbids.length === 0, 'unsound', 'forbids', 'facilitator'),
    ...when(e.until !== undefined && !isAfter(e.until, e.from), 'unsound', 'until', 'facilitator'),
  ],
  'order.ended': (e, f) => when(!f.safeguarding.orders[e.orderId], 'unknown', 'orderId', 'facilitator'),
  'approval.given': (e, f) =>
    when(!f.safeguarding.approvals[e.participantId], 'unknown', 'participantId', 'coordinator'),
  'restriction.lifted': (e, f) => {
    const inForce = e.restriction === 'stopped' ? f.safeguarding.stoppedAt !== null : f.safeguarding.indirectOnly;
    return [
      ...when(!inForce, 'unsound', 'restriction', 'safeguardingLead'),
      ...when(!e.reason, 'unsound', 'reason', 'safeguardingLead'),
    ];
  },
  'case.resumed': (_e, f) => when(f.safeguarding.pausedAt === null, 'unsound', 'case', 'facilitator'),
};
