// From version 2 to 3: one process with everybody in it became one or more processes with members. An upgrade may shut a door, and never moves a process.
import type { Facts } from '../facts.js';
import { beginProcess, type Process } from '../process/facts.js';
import type { Id } from '../reducers.js';
import type { Freeze } from '../safeguarding/facts.js';
import type { SignOffFacts } from '../safeguarding/sign-offs.js';
import { usualPart } from '../vocabulary/parts.js';
import type { Role } from '../vocabulary/people.js';
import { checkpoints, type Checkpoint } from '../vocabulary/safeguarding.js';
import type { ProcessType } from '../vocabulary/process-types.js';
import type { Place } from '../vocabulary/stages.js';
import { mapped, record, where } from './records.js';
import type { Version2 } from './shape-2.js';
import { consentOf, isYounger, passedOf, processesAskedIn } from './version-2-consents.js';

/**
 * The first process has the case's own id, so that a journal of version 2 is read as being about it; the second the id with
 * another last digit: the same at each reading, because a stored case is upgraded whenever it is read.
 */
const nextTo = (id: Id): Id => id.slice(0, -1) + ((Number.parseInt(id.slice(-1), 16) + 1) % 16).toString(16);
const typeNow = (type: string): ProcessType => (type === 'victimOnly' ? 'harmedOnly' : (type as ProcessType));

/** A case that went round again after a process has two: what is older than the end of the first stays with it. */
export function fromVersion2({ state, facts }: { state: unknown; facts: unknown }): { state: unknown; facts: unknown } {
  const old = facts as Version2;
  const place = state as Place | 'closed';
  const held = old.conference.held;
  const again = held.length > 0 && place !== 'followUp' && place !== 'closed';
  const [first, now] = [old.caseId, again ? nextTo(old.caseId) : old.caseId];
  const since = again ? (held.at(-1)?.endedAt ?? '') : '';
  // what is agreed in a meeting of the second is younger than its conference; in follow-up of the first, older
  const metSince = again && typeof place === 'object' ? old.stageSince : null;
  const processes: Record<Id, Process> = again
    ? {
        [first]: overBefore(old, since, metSince),
        [now]: { ...goingOn(old, since, again), ...madeAfter(old, since, metSince) },
      }
    : { [now]: { ...goingOn(old, since, again), ...delivered(old) } };
  const ended = place === 'closed';
  const places: Record<Id, Place> = { [now]: ended ? 'ended' : (place as Place) };
  if (again) places[first] = 'ended';
  const { caseId, serviceId, openedAt, learnt, contact, facilitators } = old;
  const upgraded: Facts = {
    caseId,
    serviceId,
    openedAt,
    learnt,
    people: {
      ...old.people,
      participants: mapped(old.people.participants, (p) => ({ ...p, leftBecause: p.leftAt ? 'other' : null })),
    },
    referral: referralOf(old),
    contact,
    consent: consentOf(old, (purpose, about) => processesAskedIn(old, purpose, about, { first, now, metSince })),
    safeguarding: safeguardingOf(old),
    facilitators,
    sharing: { shares: old.followUp.shares },
    deviations: { of: {} },
    closing: old.closing,
    post: {
      ...old.post,
      passed: passedOf(old, again ? first : now, now),
      queued: mapped(old.post.queued, ({ to, template, queuedAt, startsAt }) => ({
        to,
        template: template === 'notGoingAhead' ? 'meetingOff' : template === 'caseClosed' ? 'workEnded' : template,
        processId: now,
        queuedAt,
        startsAt,
      })),
    },
    processes,
  };
  return { state: { case: ended ? 'closed' : 'open', processes: places }, facts: upgraded };
}

/** Everybody in the case was in its one process. */
const membersOf = (old: Version2): Process['members'] => ({
  of: mapped(old.people.participants, (p) => ({
    part: usualPart[p.role as Role],
    of: p.supports,
    required: false,
    joinedAt: p.joinedAt,
    leftAt: p.leftAt,
  })),
  changedAt: null,
});

function goingOn(old: Version2, since: string, again: boolean): Process {
  const { preparation, safeguarding, conference } = old;
  const younger = ({ at }: { at: string }): boolean => at > since;
  const held = mapped(preparation.held, (times) => times.filter((at) => at > since));
  return {
    ...beginProcess(again ? since : old.openedAt),
    stageSince: old.stageSince,
    type: preparation.process && { ...preparation.process, type: typeNow(preparation.process.type) },
    sharedType:
      preparation.process?.type === 'victimOnly'
        ? null
        : ((preparation.process?.type as ProcessType | undefined) ?? null),
    ended: old.closing.closed,
    members: membersOf(old),
    suitability: { decided: old.referral.suitability },
    preparation: {
      held: where(held, (times) => times.length > 0),
      ready: where(preparation.ready, younger),
      arrangements: where(preparation.arrangements, younger),
      coWorkingAgreed:
        preparation.coWorkingAgreed && younger(preparation.coWorkingAgreed) ? preparation.coWorkingAgreed : null,
    },
    signOffs: {
      signed: where(signedOf(old, 'process'), younger),
      approvals: safeguarding.approvals,
    },
    conference: {
      booking: conference.booking && { ...conference.booking, changedAt: conference.booking.bookedAt },
      session: conference.session && { ...conference.session, present: conference.session.attended },
      calledOff: conference.calledOff && { ...conference.calledOff, changedAt: conference.calledOff.bookedAt },
      held: [],
      exchangeEndedAt: null,
    },
  };
}
/** What was held, passed on, agreed and followed up. */
function delivered(old: Version2): Partial<Process> {
  const { conference, agreement, followUp, preparation } = old;
  const meetings = conference.held.filter((h) => h.begunAt !== null);
  const others = conference.held.filter((h) => h.begunAt === null);
  const going = goingOn(old, '', false);
  return {
    conference: {
      ...going.conference,
      held: meetings.map(({ begunAt, endedAt, how, attended }) => ({
        begunAt: begunAt ?? endedAt,
        endedAt,
        how,
        attended,
      })),
      exchangeEndedAt: others.at(-1)?.endedAt ?? null,
    },
    communication: {
      of: communicationsOf(old),
    },
    agreement,
    followUp: { contacts: followUp.contacts },
    type: preparation.process && { ...preparation.process, type: typeNow(preparation.process.type) },
  };
}
const communicationsOf = (old: Version2): Process['communication']['of'] =>
  mapped(old.exchange.words, (w) => ({
    ...w,
    draftedAt: w.agreedAt ?? old.openedAt,
    held: w.held && { ...w.held, bySender: false },
    how: w.passedAt ? 'handedOver' : null,
  }));

const isAfterwards = ({ at }: { at: string }, metSince: string | null): boolean => metSince !== null && at > metSince;
/** Whether something to be passed on is of the process that goes on: it was not passed on while the first was there. */
const isStillToPass = ({ passedAt }: { passedAt: string | null }, since: string): boolean =>
  passedAt === null || passedAt > since;

/** What the process that goes on has made since the first was over, or has still to pass on. */
function madeAfter(old: Version2, since: string, metSince: string | null): Partial<Process> {
  const { outcome, items } = old.agreement;
  return {
    communication: { of: where(communicationsOf(old), (c) => isStillToPass(c, since)) },
    agreement: {
      outcome: outcome && isAfterwards(outcome, metSince) ? outcome : null,
      items: where(items, (item) => isYounger(item, metSince)),
    },
  };
}

/** The process that was over before the case went round again. */
function overBefore(old: Version2, endedAt: string, metSince: string | null): Process {
  const stopped = old.conference.held.every((h) => h.how === 'stopped');
  const { outcome, items } = old.agreement;
  return {
    ...goingOn(old, '', false),
    ...delivered(old),
    communication: { of: where(communicationsOf(old), (c) => !isStillToPass(c, endedAt)) },
    agreement: {
      outcome: outcome && isAfterwards(outcome, metSince) ? null : outcome,
      items: where(items, (item) => !isYounger(item, metSince)),
    },
    conference: {
      ...(delivered(old).conference ?? beginProcess(old.openedAt).conference),
      booking: null,
      session: null,
      calledOff: null,
    },
    ended: { at: endedAt, by: 'clock', reason: stopped ? 'other' : 'delivered', side: 'withheld' },
  };
}

function referralOf(old: Version2): Facts['referral'] {
  const { suitability: _process, interestTold, ...referral } = old.referral;
  // interest was told to every person responsible who was there
  const responsible = Object.entries(old.people.participants).filter(([, p]) => p.role === 'responsible');
  const told = Object.entries(interestTold).flatMap(([whose, at]) =>
    responsible.map(([to]): [string, string] => [`${whose}|${to}`, at]),
  );
  return { ...referral, acknowledgementEnded: {}, interestTold: record(told) };
}

/** Sign-offs of the whole case, or those that belong to its process. */
const signedOf = (old: Version2, of: 'case' | 'process'): SignOffFacts['signed'] =>
  record(
    Object.entries(old.safeguarding.signOffs).filter(
      ([key]) => (checkpoints[key.split('|')[0] as Checkpoint].per === 'case') === (of === 'case'),
    ),
  );

function safeguardingOf(old: Version2): Facts['safeguarding'] {
  const s = old.safeguarding;
  const freeze = (
    kind: Freeze['kind'],
    at: string,
    bySafeguarding: boolean,
    participantId: Id | null = null,
  ): Freeze => ({
    kind,
    at,
    bySafeguarding,
    participantId,
    processId: null,
  });
  const concerns = mapped(s.concerns, ({ about, ...c }) => ({ ...c, participantId: about, processId: null }));
  const open = Object.entries(s.concerns).filter(([, c]) => !c.decision);
  return {
    assessments: s.assessments,
    informed: s.informedAt ? [{ participantId: null, processId: null, at: s.informedAt }] : [],
    signed: signedOf(old, 'case'),
    flags: s.flags,
    cleared: s.cleared,
    concerns,
    freezes: record([
      ...open.map(([id, c]): [Id, Freeze] => [id, freeze('concern', c.at, true, c.about)]),
      ...(s.stoppedAt ? [['stopped', freeze('stop', s.stoppedAt, true)] as [Id, Freeze]] : []),
      ...(s.pausedAt ? [['paused', freeze('pause', s.pausedAt, s.pausedForSafety)] as [Id, Freeze]] : []),
      ...(s.indirectOnly ? [['indirectOnly', freeze('indirectOnly', old.openedAt, true)] as [Id, Freeze]] : []),
    ]),
    orders: mapped(s.orders, (o) => ({ ...o, towards: null })),
    custody: {},
  };
}
