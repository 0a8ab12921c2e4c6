// What makes a safeguarding event incomplete or wrong: a sign-off before its time or by its own author, a missing factor, a decision on nothing (R32, R34, R36, R87).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { EventOf, Facts } from '../facts.js';
import { whyNotSpokenWith } from '../people/spoken-with.js';
import type { Settings } from '../settings.js';
import { checkpoints } from '../vocabulary/safeguarding.js';
import { riskFactors, type RiskFactor } from '../vocabulary/risk.js';
import { isAfter } from '#libs/time';
import { happenedAt, type Id, type Stamp } from '../reducers.js';
import { parts, usualPart } from '../vocabulary/parts.js';
import { authorsOf, holdsItAlone } from './applies.js';
import { custodyAt } from './approvals.js';
import type { SafeguardingEvents } from './facts.js';
import { flagsOf } from './flags.js';
import { isInReach } from './reach.js';
import type { SignOffEvents } from './sign-offs.js';

type Signing = EventOf<'checkpoint.passed' | 'checkpoint.refused'>;
/** Whether what is signed is there: the case, a process, a person on a side, a communication or an item. */
function subject(e: Signing, f: Facts): Blocker[] {
  const { per } = checkpoints[e.checkpoint];
  const process = e.processId === undefined ? undefined : f.processes[e.processId];
  const known =
    per === 'party'
      ? process?.members.of
      : per === 'communication'
        ? process?.communication.of
        : process?.agreement.items;
  const right =
    per === 'case'
      ? e.processId === undefined && e.about === undefined
      : per === 'process'
        ? process !== undefined && e.about === undefined
        : e.about !== undefined && known?.[e.about] !== undefined;
  return when(!right, 'unsound', 'about', 'facilitator');
}
function beforeItsTime(e: Signing, f: Facts, s: Settings): Blocker[] {
  const process = e.processId === undefined ? null : (f.processes[e.processId] ?? null);
  const about = { facts: f, processId: e.processId ?? null, process, about: e.about ?? null };
  return when(!isInReach(e.checkpoint, about, happenedAt(e), s), 'notReached', e.checkpoint, 'facilitator');
}
/** Whether what something reaches is there; a person or a process that is not is nobody's. */
const scopeIsKnown = (f: Facts, s: { about?: string; processId?: string }): Blocker[] => [
  ...when(s.about !== undefined && !f.people.participants[s.about], 'unknown', 'about', 'facilitator'),
  ...when(s.processId !== undefined && !f.processes[s.processId], 'unknown', 'processId', 'facilitator'),
];
const isTaken = (f: Facts, id: string): boolean =>
  f.safeguarding.freezes[id] !== undefined || f.safeguarding.concerns[id] !== undefined;
/** Whether a participant adds words to a concern of their own that nobody has decided yet: it stays one concern. */
function addsToOwn(e: SafeguardingEvents['concern.raised'] & Stamp, { safeguarding, people }: Facts): boolean {
  const open = safeguarding.concerns[e.concernId];
  if (!open || open.decision !== null || open.by !== e.by) return false;
  const isParticipant = Object.values(people.participants).some(({ personId }) => personId === e.by);
  return isParticipant && open.participantId === (e.about ?? null) && open.processId === (e.processId ?? null);
}

const isMember = (f: Facts, e: { processId: string; participantId: string }): boolean =>
  f.processes[e.processId]?.members.of[e.participantId] !== undefined;

/** Whether somebody stands on a side of the case or of one of its processes, by themselves or as who speaks for somebody. */
const isOnASide = (f: Facts, id: Id): boolean =>
  [
    usualPart[f.people.participants[id]?.role ?? 'harmed'],
    ...Object.values(f.processes).flatMap((p) => p.members.of[id]?.part ?? []),
  ].some((part) => parts[part].side !== null);

export const checks: Checks<SafeguardingEvents & SignOffEvents> = {
  'risk.assessed': (e, f) => [
    ...whyNotSpokenWith(e, f),
    ...(Object.keys(riskFactors) as RiskFactor[])
      .filter(
        (x) => (riskFactors[x].ofEach || e.level === 'high' || isOnASide(f, e.participantId)) && !e.factors.includes(x),
      )
      .map((x) => blocker('unsound', `factors:${x}`, 'facilitator')),
  ],
  'risk.informed': (e, f) => scopeIsKnown(f, e.processId === undefined ? {} : { processId: e.processId }),
  'checkpoint.passed': (e, f, s) => [
    ...subject(e as Signing, f),
    ...beforeItsTime(e as Signing, f, s),
    ...when(
      authorsOf(f, e.processId ?? null, e.about ?? null).includes(e.by) ||
        (e.checkpoint === 'dayOf' && holdsItAlone(f, e.by)),
      'author',
      e.checkpoint,
      checkpoints[e.checkpoint].signedBy[0],
    ),
    ...checkpoints[e.checkpoint].findings
      .filter((x) => !e.findings?.includes(x))
      .map((x) => blocker('unsound', `findings:${x}`, 'safeguardingLead')),
    ...when(
      (e.findings ?? []).some((x) => !(checkpoints[e.checkpoint].findings as readonly string[]).includes(x)),
      'unsound',
      'findings',
      'safeguardingLead',
    ),
  ],
  'checkpoint.refused': (e, f) => subject(e as Signing, f),
  'flag.cleared': (e, f) => when(!flagsOf(f).includes(e.flag), 'unsound', 'flag', 'supervisor'),
  'concern.raised': (e, f) => [
    ...when(isTaken(f, e.concernId) && !addsToOwn(e, f), 'unsound', 'concernId', 'facilitator'),
    ...scopeIsKnown(f, e),
  ],
  'concern.decided': (e, f) => {
    const c = f.safeguarding.concerns[e.concernId];
    return [
      ...when(!c, 'unknown', 'concernId', 'safeguardingLead'),
      ...when(Boolean(c?.decision), 'unsound', 'concernId', 'safeguardingLead'),
      ...when(!e.reason, 'unsound', 'reason', 'safeguardingLead'),
    ];
  },
  'case.paused': (e, f) => [...when(isTaken(f, e.pauseId), 'unsound', 'pauseId', 'facilitator'), ...scopeIsKnown(f, e)],
  // a concern is decided, not lifted
  'freeze.lifted': (e, f) => {
    const z = f.safeguarding.freezes[e.freezeId];
    return [
      ...when(!z || z.kind === 'concern', 'unknown', 'freezeId', 'safeguardingLead'),
      ...when(!e.reason, 'unsound', 'reason', 'safeguardingLead'),
    ];
  },
  'order.recorded': (e, f) => [
    ...when(f.safeguarding.orders[e.orderId] !== undefined, 'unsound', 'orderId', 'facilitator'),
    ...when(e.forbids.length === 0, 'unsound', 'forbids', 'facilitator'),
    ...when(e.until !== undefined && !isAfter(e.until, e.from), 'unsound', 'until', 'facilitator'),
    ...when(
      e.towards !== undefined && (e.towards === e.participantId || !f.people.participants[e.towards]),
      'unknown',
      'towards',
      'facilitator',
    ),
  ],
  'order.ended': (e, f) => {
    const order = f.safeguarding.orders[e.orderId];
    const over = order?.until != null && !isAfter(order.until, e.at);
    return [
      ...when(!order, 'unknown', 'orderId', 'facilitator'),
      ...when(over, 'unsound', 'orderId', 'facilitator', order?.until),
    ];
  },
  'approval.needed': (e, f) => when(!isMember(f, e), 'member', e.participantId, 'coordinator'),
  'approval.given': (e, f) => [
    ...when(!isMember(f, e), 'member', e.participantId, 'coordinator'),
    ...when(!e.place, 'unsound', 'place', 'coordinator'),
    ...when(e.until !== undefined && !isAfter(e.until, happenedAt(e)), 'unsound', 'until', 'coordinator'),
  ],
  'custody.recorded': (e) => [
    ...when(!e.place, 'unsound', 'place', 'facilitator'),
    ...when(e.until !== undefined && !isAfter(e.until, e.at), 'unsound', 'until', 'facilitator'),
  ],
  'custody.ended': (e, f) =>
    when(custodyAt(f, e.participantId, e.at) === null, 'unknown', 'participantId', 'facilitator'),
};
