// What makes an event about people incomplete or wrong (R26).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import { isResponsible } from '../process/members.js';
import type { Id } from '../reducers.js';
import { isConnected, mayStandBeside } from './appropriate-adult.js';
import { leavingReasons } from '../vocabulary/outcomes.js';
import { parts, usualPart } from '../vocabulary/parts.js';
import { adultConnections, ages, type AdultConnection } from '../vocabulary/people.js';
import type { PeopleEvents } from './facts.js';
import { standsElsewhere } from './sides.js';

/** Whether the same person left before for a reason after which nobody asks them again: they come back by asking (R92). */
const isNotAskedAgain = (f: Facts, personId: Id): boolean =>
  Object.values(f.people.participants).some(
    (p) => p.personId === personId && p.leftBecause !== null && !leavingReasons[p.leftBecause].askAgain,
  );

/**
 * R7: whether the same person objected, or is not invited, under any name in the case. Adding them again goes round neither: what
 * shut them out is opened where it was said.
 */
const isShutOut = (f: Facts, personId: Id): boolean =>
  Object.entries(f.people.participants).some(
    ([id, p]) => p.personId === personId && (p.approach === 'objected' || f.referral.invitations[id]?.invite === false),
  );

/** Whether somebody is put into a process to be with a person who is not in it. */
function isWithNobody(f: Facts, e: PeopleEvents['participant.joined']): boolean {
  const part = e.part ?? usualPart[e.role];
  if (e.processId === undefined || !parts[part].with || part === 'representative') return false;
  return f.processes[e.processId]?.members.of[e.supports ?? '']?.leftAt !== null;
}

/** What opens a door that safeguarding keeps shut says from whom it is known, and why (R4, R7). */
export const withoutGrounds = (e: { source?: Id; reason?: Id }): Blocker[] => [
  ...when(!e.source, 'unsound', 'source', 'safeguardingLead'),
  ...when(!e.reason, 'unsound', 'reason', 'safeguardingLead'),
];

/** R93: what an adult has not said of a connection: nothing at all, with whom, how, or what is known already. */
function undisclosed(e: PeopleEvents['appropriateAdult.named'], f: Facts): Blocker[] {
  const answer = e.connection as AdultConnection | undefined;
  const hidden = answer === 'none' && isConnected(f, e.adultId, e.participantId);
  if (answer === undefined || hidden) return [blocker('unsound', 'connection', 'facilitator')];
  if (answer === 'none') return [];
  const known = e.connectedWith !== undefined && f.people.participants[e.connectedWith] !== undefined;
  return [
    ...when(!known || e.connectedWith === e.adultId, 'unknown', 'connectedWith', 'facilitator'),
    ...when(!e.how, 'unsound', 'how', 'facilitator'),
  ];
}

export const checks: Checks<PeopleEvents> = {
  'participant.joined': (e, f) => [
    ...standsElsewhere(e, f),
    ...when(f.people.participants[e.participantId] !== undefined, 'unsound', 'participantId', 'coordinator'),
    ...when(
      (e.role === 'supporter' || e.role === 'representative') && !(e.supports && f.people.participants[e.supports]),
      'unsound',
      'supports',
      'facilitator',
    ),
    ...when(isWithNobody(f, e), 'unknown', 'supports', 'facilitator'),
    ...when(e.approach !== 'asked' && isNotAskedAgain(f, e.personId), 'approachBasis', e.participantId, 'coordinator'),
    ...when(
      e.approach !== 'objected' && isShutOut(f, e.personId),
      'approachBasis',
      e.participantId,
      'safeguardingLead',
    ),
    ...when(
      e.processId !== undefined && f.processes[e.processId]?.ended !== null,
      'unknown',
      'processId',
      'facilitator',
    ),
  ],
  // somebody who left for another reason can be found later to have been named by mistake (R92)
  'participant.left': (e, f) => {
    const before = f.people.participants[e.participantId]?.leftBecause ?? null;
    const found = leavingReasons[e.reason].hidden && before !== e.reason;
    return when(before !== null && !found, 'unsound', 'participantId', 'facilitator');
  },
  'approach.confirmed': (e, f) =>
    f.people.participants[e.participantId]?.approach === 'objected' ? withoutGrounds(e) : [],
  'appropriateAdult.named': (e, f) => {
    const minor = f.people.participants[e.participantId];
    const answer = e.connection as AdultConnection | undefined;
    const excluded = answer !== undefined && adultConnections[answer].excludes;
    return [
      ...when(excluded || !mayStandBeside(f, e.adultId), 'appropriateAdult', e.adultId, 'facilitator'),
      ...when(!minor || !ages[minor.age].minor, 'unsound', 'participantId', 'facilitator'),
      ...undisclosed(e, f),
    ];
  },
  'conflict.recorded': (e, f) => [
    ...when(e.with === e.participantId || !f.people.participants[e.with], 'unknown', 'with', 'facilitator'),
    ...when(!e.reason, 'unsound', 'reason', 'facilitator'),
  ],
  'name.told': (e, f) => {
    const [whose, to] = [f.people.participants[e.participantId], f.people.participants[e.to]];
    return [
      ...when(!whose || whose.leftAt !== null || e.participantId === e.to, 'unsound', 'participantId', 'facilitator'),
      ...when(!to || to.leftAt !== null, 'unsound', 'to', 'facilitator'),
    ];
  },
  'identity.doubted': (e, f) =>
    when(!f.people.identityConfirmed[e.participantId], 'unsound', 'participantId', 'coordinator'),
  'identity.confirmed': (e, f) => when(!isResponsible(f, e.participantId), 'unsound', 'participantId', 'coordinator'),
};
