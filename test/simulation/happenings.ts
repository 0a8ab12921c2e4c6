// Whatever else happens in a case: people change their minds, come, go and come back, somebody worries, an order comes, things are written down late.
import { roles, type ConsentKey, type Id, type Purpose, type Role } from '#libs/case';
import { joins, reached, type Asked } from './answers.js';
import {
  anyYes,
  aScope,
  DAY,
  earlier,
  freeze,
  given,
  inside,
  member,
  reasons,
  somebody,
  spokenOf,
  withdrawal,
  type Happening,
} from './drawn.js';
import { kindsOf } from './guide.js';
import { ofWork } from './happenings-work.js';
import type { Said } from './life.js';

/** Each with how often it happens among a hundred or so. */
const ofPeople: readonly (readonly [number, Happening])[] = [
  [6, (a) => withdrawal(a, false)],
  [1, (a) => withdrawal(a, true)],
  [6, anyYes],
  [2, (a) => ({ type: 'consent.refused', ...spokenOf((given(a) ?? `${somebody(a)}|contact|-|-`) as ConsentKey) })],
  [
    3,
    (a) => ({
      type: 'consent.deferred',
      ...spokenOf((given(a) ?? `${somebody(a)}|contact|-|-`) as ConsentKey),
      reaskOn: '2031-01-01',
    }),
  ],
  [
    4,
    (a) => ({
      type: 'concern.raised',
      concernId: a.by.id(),
      ...aScope(a),
      text: 't',
      ...(a.by.percent(15) ? { on: earlier(a) } : {}),
    }),
  ],
  [2, () => ({ type: 'words.received', text: 't' })],
  [3, (a) => ({ type: 'case.paused', pauseId: a.by.id(), ...aScope(a), reason: 'why' })],
  [3, (a) => ({ type: 'freeze.lifted', freezeId: freeze(a), reason: 'why' })],
  [
    3,
    (a) => ({
      type: 'concern.decided',
      concernId: freeze(a),
      decision: a.by.some(['continue', 'stop', 'indirectOnly', 'pause']),
      reason: 'why',
    }),
  ],
  [
    4,
    (a) => ({
      type: 'order.recorded',
      orderId: a.by.id(),
      participantId: somebody(a),
      ...(a.by.percent(60) ? { towards: somebody(a) } : {}),
      forbids: [a.by.some(['meeting', 'meeting', 'message', 'anyContact'])],
      from: a.by.percent(70) ? a.at : new Date(Date.parse(a.at) + 5 * DAY).toISOString(),
      ...(a.by.percent(50) ? { until: new Date(Date.parse(a.at) + 20 * DAY).toISOString() } : {}),
    }),
  ],
  [
    3,
    (a) => ({
      type: 'risk.informed',
      ...(a.by.percent(40) ? { participantId: somebody(a) } : {}),
      ...(a.by.percent(30) ? { processId: a.processId } : {}),
      text: 't',
    }),
  ],
  [
    4,
    (a) =>
      joins(a.by, a.by.some(Object.keys(roles) as [Role, ...Role[]]), {
        supports: somebody(a),
        ...(a.by.percent(40) ? { processId: a.processId } : {}),
      }),
  ],
  [
    4,
    (a) => ({
      type: 'participant.left',
      participantId: somebody(a),
      reason: a.by.some(reasons),
      ...(a.by.percent(15) ? { on: earlier(a) } : {}),
    }),
  ],
  [
    2,
    (a) => {
      // the same person comes back as another participant (R92)
      const gone = Object.values(a.stored.facts.people.participants).find((p) => p.leftAt !== null);
      return gone
        ? joins(a.by, gone.role, {
            personId: gone.personId,
            processId: a.processId,
            ...(gone.supports ? { supports: gone.supports } : {}),
            ...(a.by.percent(60) ? { approach: 'asked' } : {}),
          })
        : null;
    },
  ],
  [4, (a) => ({ type: 'member.joined', processId: a.processId, ...member(a) }) as Said],
  [3, (a) => ({ type: 'member.left', processId: a.processId, participantId: inside(a), reason: a.by.some(reasons) })],
  [
    4,
    (a) => {
      // a swap: mostly an interpreter for an interpreter
      const of = Object.entries(a.stored.facts.processes[a.processId]?.members.of ?? {});
      const [id, m] = of.find(([, x]) => x.part === 'interpreter' && x.leftAt === null) ?? of[0] ?? [];
      const other = Object.entries(a.stored.facts.people.participants).find(
        ([who, p]) =>
          p.leftAt === null &&
          who !== id &&
          (p.role === 'interpreter' || (m?.part !== 'interpreter' && a.by.percent(10))) &&
          !of.some(([x]) => x === who),
      );
      return id && other
        ? { type: 'member.replaced', processId: a.processId, participantId: id, newParticipantId: other[0] }
        : joins(a.by, 'interpreter');
    },
  ],
  [3, (a) => ({ type: 'process.opened', processId: a.by.id(), members: sides(a) }) as Said],
  [
    2,
    (a) => ({
      type: 'process.split',
      processId: a.processId,
      newProcessId: a.by.id(),
      move: [inside(a)],
      also: a.by.percent(60) ? [inside(a)] : [],
    }),
  ],
  [1, (a) => ({ type: 'process.typeChosen', processId: a.processId, processType: a.by.some(kindsOf), reason: 'why' })],
  [
    1,
    (a) => ({
      type: 'process.ended',
      processId: a.processId,
      reason: a.by.some(['delivered', 'other', 'withdrawn']),
      side: 'withheld',
    }),
  ],
  [2, (a) => ({ type: 'suitability.decided', processId: a.processId, suitable: a.by.percent(40), reason: 'why' })],
  [2, (a) => ({ type: 'acknowledgement.takenBack', participantId: somebody(a), reason: 'why' })],
  [1, (a) => ({ type: 'identity.doubted', participantId: somebody(a), reason: 'why' })],
  [1, (a) => ({ type: 'capacity.doubted', participantId: somebody(a), ...aDecision(a) })],
  [
    2,
    (a) => ({
      type: 'age.confirmed',
      participantId: somebody(a),
      age: a.by.some(['adult', 'adult', 'sixteenOrSeventeen', 'underSixteen']),
    }),
  ],
  [
    2,
    (a) => ({
      type: 'custody.recorded',
      participantId: somebody(a),
      kind: a.by.some(['custody', 'licence']),
      authority: a.by.some(['prison', 'probation']),
      place: 'where',
      ...(a.by.percent(40) ? { until: new Date(Date.parse(a.at) + 10 * DAY).toISOString() } : {}),
    }),
  ],
  [
    2,
    (a) => ({
      type: 'view.recorded',
      participantId: somebody(a),
      of: a.by.some(['child', 'adult']),
      view: a.by.some(['agrees', 'disagrees']),
    }),
  ],
  [
    1,
    (a) => ({
      type: 'conflict.recorded',
      participantId: somebody(a),
      with: somebody(a),
      kind: a.by.some(['involved', 'neighbour', 'kin']),
      reason: 'why',
    }),
  ],
  [1, (a) => ({ type: 'bestInterests.ended', participantId: somebody(a), decision: 'prepare', reason: 'why' })],
  [1, (a) => ({ type: 'custody.ended', participantId: somebody(a) })],
  [2, (a) => ({ type: 'approval.needed', processId: a.processId, participantId: inside(a) })],
  [
    1,
    (a) => ({
      type: 'checkpoint.refused',
      processId: a.processId,
      checkpoint: a.by.some(['processChoice', 'dayOf', 'beforeMeeting']),
      reason: 'why',
    }),
  ],
  [
    3,
    (a) => ({
      type: 'checkpoint.passed',
      processId: a.processId,
      checkpoint: a.by.some(['processChoice', 'dayOf', 'beforeMeeting', 'afterProcess', 'sensitiveProcess']),
    }),
  ],
  [
    6,
    (a) => ({
      type: 'contact.attempted',
      participantId: somebody(a),
      channel: a.by.some(['phone', 'phone', 'email']),
      outcome: a.by.some(['reached', 'reached', 'noReply', 'unsafe', 'messageLeft']),
      aim: a.by.some(['substance', 'welfare', 'meetingOff', 'closing']),
    }),
  ],
  [2, (a) => ({ ...(reached(somebody(a)) as object), on: earlier(a) }) as Said],
];
/** A decision of somebody's, or every one. */
const aDecision = (a: Asked): { decision?: Purpose } =>
  a.by.percent(60) ? { decision: a.by.some(['contact', 'prepare', 'takePart']) } : {};
const happenings = [...ofPeople, ...ofWork];
/** One on each side, and what the new process is for, where something was promised. */
function sides(a: Asked): { participantId: Id; part: string }[] {
  const of = (role: Role): Id[] =>
    Object.entries(a.stored.facts.people.participants).flatMap(([id, p]) =>
      p.role === role && p.leftAt === null ? [id] : [],
    );
  const [harmed, responsible] = [a.by.one(of('harmed')), a.by.one(of('responsible'))];
  return [
    ...(harmed ? [{ participantId: harmed, part: 'harmed' }] : []),
    ...(responsible ? [{ participantId: responsible, part: 'responsible' }] : []),
  ];
}
const total = happenings.reduce((sum, [often]) => sum + often, 0);

/** One of the things that happen. */
export function happening(a: Asked): Said | null {
  let dice = a.by.upTo(total);
  for (const [often, how] of happenings) if ((dice -= often) < 0) return how(a);
  return null;
}
