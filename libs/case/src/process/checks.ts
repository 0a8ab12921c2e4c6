// What makes an event about a process or its members incomplete or wrong (R81, R83).
import { when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { leavingReasons } from '../vocabulary/outcomes.js';
import { freezeKinds } from '../vocabulary/safeguarding.js';
import { parts } from '../vocabulary/parts.js';
import { processTypes } from '../vocabulary/process-types.js';
import type { ProcessEvents } from './facts.js';
import type { MemberEvents, NewMember } from './member-facts.js';
import { delivered, present } from './members.js';
import { reaches } from './scope.js';

const isMember = (f: Facts, processId: Id, id: Id): boolean => f.processes[processId]?.members.of[id]?.leftAt === null;
const isThere = (f: Facts, id: Id): boolean => f.people.participants[id]?.leftAt === null;

/** Why somebody cannot take this part: they are not in the case, or are with somebody who is not there. */
const whyNotMember = (f: Facts, m: NewMember, among: readonly Id[]): Blocker[] => [
  ...when(!isThere(f, m.participantId), 'unknown', m.participantId, 'coordinator'),
  ...when(parts[m.part].with !== (m.of !== undefined), 'unsound', 'of', 'facilitator'),
  ...when(m.of !== undefined && !among.includes(m.of), 'unknown', 'of', 'facilitator'),
];

const eachOnce = (field: string, ids: readonly Id[]): Blocker[] =>
  when(new Set(ids).size !== ids.length, 'unsound', field, 'facilitator');
/** Whoever is with somebody goes with them, and stays with them: apart they would be with nobody. */
function apart(f: Facts, e: ProcessEvents['process.split']): Blocker[] {
  const p = f.processes[e.processId];
  if (!p) return [];
  const goes = [...e.move, ...e.also];
  return present(p).flatMap(([id, m]) => {
    if (m.of === null || m.part === 'representative') return [];
    const without = goes.includes(id) ? !goes.includes(m.of) : e.move.includes(m.of);
    return when(without, 'companion', id, 'facilitator');
  });
}

export const checks: Checks<ProcessEvents & MemberEvents> = {
  'process.opened': (e, f) => [
    ...when(f.processes[e.processId] !== undefined, 'unsound', 'processId', 'facilitator'),
    ...eachOnce(
      'members',
      e.members.map(({ participantId }) => participantId),
    ),
    ...e.members.flatMap((m) =>
      whyNotMember(f, m, [...e.members.map(({ participantId }) => participantId), ...spokenFor(e.members)]),
    ),
    ...when(
      e.carries !== undefined && !f.processes[e.carries.processId]?.agreement.items[e.carries.itemId],
      'unknown',
      'carries',
      'facilitator',
    ),
  ],
  'process.split': (e, f) => [
    ...when(f.processes[e.newProcessId] !== undefined, 'unsound', 'newProcessId', 'facilitator'),
    ...when(e.move.length === 0, 'unsound', 'move', 'facilitator'),
    ...eachOnce('move', [...e.move, ...e.also]),
    ...[...e.move, ...e.also].flatMap((id) => when(!isMember(f, e.processId, id), 'member', id, 'facilitator')),
    ...apart(f, e),
  ],
  'process.typeChosen': (e, f) => {
    const p = f.processes[e.processId];
    const held = Object.values(f.safeguarding.freezes).some(
      (z) => z.kind === 'indirectOnly' && !freezeKinds[z.kind].freezes && reaches(z, f, e.processId),
    );
    return [
      ...when(
        held && processTypes[e.processType].direct === 'direct',
        'indirectOnly',
        e.processType,
        'safeguardingLead',
      ),
      // what was delivered was of its kind: another go is another process
      ...when(
        p !== undefined && delivered(p) && p.type?.type !== e.processType,
        'unsound',
        'processType',
        'facilitator',
      ),
    ];
  },
  'process.ended': (e, f) => {
    const p = f.processes[e.processId];
    return when(e.reason === 'delivered' && !(p && delivered(p)), 'outstanding', e.processId, 'facilitator');
  },
  'member.joined': (e, f) => {
    const p = f.processes[e.processId];
    const others = p ? present(p).map(([id]) => id) : [];
    return [
      ...when(isMember(f, e.processId, e.participantId), 'unsound', 'participantId', 'facilitator'),
      ...whyNotMember(f, e, e.part === 'representative' && e.of ? [...others, e.of] : others),
    ];
  },
  // what is true of the person is said of them, and reaches every process: they leave the case
  'member.left': (e, f) => [
    ...when(!isMember(f, e.processId, e.participantId), 'member', e.participantId, 'facilitator'),
    ...when(leavingReasons[e.reason].ofPerson, 'unsound', 'reason', 'coordinator'),
  ],
  'member.replaced': (e, f) => [
    ...when(!isMember(f, e.processId, e.participantId), 'member', e.participantId, 'facilitator'),
    ...when(isMember(f, e.processId, e.newParticipantId), 'unsound', 'newParticipantId', 'facilitator'),
    ...when(!isThere(f, e.newParticipantId), 'unknown', 'newParticipantId', 'coordinator'),
  ],
};
/** People for whom somebody speaks: they need not be members themselves. */
const spokenFor = (members: readonly NewMember[]): Id[] =>
  members.flatMap((m) => (m.part === 'representative' && m.of !== undefined ? [m.of] : []));
