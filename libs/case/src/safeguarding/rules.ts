// What safeguarding puts before a door: freezes, sign-offs, deviations, orders, "no direct process" (R31 to R38, R84, R89, R95).
import { blocker, when, type Blocker, type Rule } from '../blocker.js';
import { rowsBefore } from '../by-door.js';
import type { Facts } from '../facts.js';
import type { Deviation } from '../late/facts.js';
import { involved, processOf, processesOf, isDirect } from '../process/members.js';
import { reaches } from '../process/scope.js';
import type { ProcessQuestion, Question } from '../question.js';
import type { Id } from '../reducers.js';
import type { Settings } from '../settings.js';
import { daysAfter, isAfter, londonMidnightAfter, workingDaysAfter } from '#libs/time';
import { communicationKinds } from '../vocabulary/process-types.js';
import { checkpoints, freezeKinds, type Checkpoint, type FreezeKind } from '../vocabulary/safeguarding.js';
import { doors, type Door } from '../vocabulary/stages.js';
import { applies, signerOf } from './applies.js';
import type { Freeze } from './facts.js';
import { asBlocker as orderAsBlocker, ordersAgainst } from './orders.js';
import { overtakenAt } from './reach.js';
import { checkpointKey } from './sign-offs.js';

const ruleOf: Record<FreezeKind, Rule> = {
  concern: 'concern',
  pause: 'paused',
  stop: 'stopped',
  indirectOnly: 'indirectOnly',
};
/** One freeze as a reason: a pause that casework set is ended by the lead, all others by the safeguarding lead. */
const asBlocker = ([id, z]: [Id, Freeze]): Blocker =>
  blocker(ruleOf[z.kind], id, z.bySafeguarding ? 'safeguardingLead' : 'facilitator', z.at);
const holding = (facts: Facts): [Id, Freeze][] =>
  Object.entries(facts.safeguarding.freezes).filter(([, z]) => freezeKinds[z.kind].freezes);

/** What freezes a door of one process: what reaches the process, or the person it is opened for. */
const freezesOfProcess = ({ facts, processId, about }: ProcessQuestion): Blocker[] =>
  holding(facts)
    .filter(([, z]) => reaches(z, facts, processId) || (z.participantId !== null && z.participantId === about))
    .map(asBlocker);

/** What freezes contact with these people: what is about the case, about one of them, or about a process that one of them is in. */
export const freezesOfPeople = (facts: Facts, ids: readonly Id[], processId: Id | null): Blocker[] => {
  const theirs = processId !== null ? [processId] : ids.flatMap((id) => processesOf(facts, id));
  return holding(facts)
    .filter(
      ([, z]) =>
        (z.participantId === null && z.processId === null) ||
        (z.participantId !== null && ids.includes(z.participantId)) ||
        theirs.some((id) => facts.processes[id] !== undefined && reaches(z, facts, id)),
    )
    .map(asBlocker);
};

/** When a sign-off ends; null when it lasts until something new is known. */
export function lastsUntil(checkpoint: Checkpoint, from: string, settings: Settings): string | null {
  const lasts = checkpoints[checkpoint].lasts;
  if (!lasts) return null;
  const count = settings[lasts.setting];
  if (lasts.counts === 'workingDays') return workingDaysAfter(from, count, settings.bankHolidays);
  return lasts.counts === 'days' ? daysAfter(from, count) : londonMidnightAfter(from, count);
}

const checkpointsBefore = rowsBefore(checkpoints);
/** The checkpoints before a door that are signed for this: the case, a process, a person, a communication or an item. */
export const checkpointsFor = (door: Door, per: (typeof checkpoints)[Checkpoint]['per']): Checkpoint[] =>
  checkpointsBefore(door).filter((c) => checkpoints[c].per === per);

/** Why one sign-off does not count at this moment; nothing when it does, or is not needed. */
export function whyNotSigned(
  c: Checkpoint,
  facts: Facts,
  processId: Id | null,
  about: Id | null,
  at: string,
  settings: Settings,
): Blocker[] {
  const process = processId === null ? null : processOf(facts, processId);
  if (!applies(c, facts, process, about)) return [];
  const key = checkpointKey(c, about);
  const signed = (process ? process.signOffs.signed : facts.safeguarding.signed)[key];
  const lacking = (rule: 'checkpoint' | 'refused' | 'lapsed', since?: string) => [
    blocker(rule, key, signerOf(c, processId, about, facts), since),
  ];
  if (!signed) return lacking('checkpoint');
  if (signed.outcome === 'refused') return lacking('refused', signed.at);
  const overtaken = overtakenAt(c, signed.at, { facts, processId, process, about });
  if (overtaken) return lacking('lapsed', overtaken);
  const until = lastsUntil(c, signed.at, settings);
  return until && isAfter(at, until) ? lacking('lapsed', until) : [];
}

/**
 * Whether a message goes on with an earlier one: of a kind that people carry on with, between the same two, after one that was
 * checked twice, signed and passed on, while that signature counts. What was signed, refused or held back itself is judged by itself (R49, R100).
 */
export function goesOnWithAnother({ facts, process, processId, at, settings }: ProcessQuestion, about: Id): boolean {
  const { of } = process.communication;
  const c = of[about];
  const byItself = process.signOffs.signed[checkpointKey('beforePassing', about)] !== undefined;
  if (!c || !communicationKinds[c.kind].further || byItself || c.wasHeld) return false;
  return Object.entries(of).some(
    ([id, o]) =>
      o.kind === c.kind &&
      o.passedAt !== null &&
      o.secondCheck !== null &&
      [o.from, o.to].toSorted().join() === [c.from, c.to].toSorted().join() &&
      whyNotSigned('beforePassing', facts, processId, id, at, settings).length === 0,
  );
}

/** Orders and licence conditions in force between these people, at the moment the thing would happen (R89). */
export const ordersBetween = ({ door, facts, process, meetsAt }: ProcessQuestion, ids: readonly Id[]): Blocker[] =>
  ordersAgainst(door, facts, process, ids, meetsAt).map(orderAsBlocker);

/** Doors at which a deviation that nobody has reviewed waits (R95). */
const reviewedFirst: readonly Door[] = ['arrange', 'book', 'begin', 'pass', 'end', 'close'];
const unreviewed = (door: Door, facts: Facts, processId: Id | null): Blocker[] =>
  reviewedFirst.includes(door)
    ? Object.entries(facts.deviations.of)
        .filter(([, d]) => d.reviewed === null && (processId === null || isOf(d, facts, processId)))
        .map(([id, d]) => blocker('deviation', id, 'safeguardingLead', d.recordedAt))
    : [];

/** Whether something that was done concerns a process: done in it, or to somebody who is in it (R81). */
const isOf = (d: Deviation, facts: Facts, processId: Id): boolean =>
  d.processId === null
    ? d.about === null || involved(processOf(facts, processId)).includes(d.about)
    : d.processId === processId;

const direct: readonly Door[] = ['arrange', 'book', 'begin', 'resume'];
const noDirectProcess = ({ door, facts, process, processId }: ProcessQuestion): Blocker[] =>
  direct.includes(door) && isDirect(process)
    ? Object.entries(facts.safeguarding.freezes)
        .filter(([, z]) => z.kind === 'indirectOnly' && reaches(z, facts, processId))
        .map(asBlocker)
    : [];

/** What stands before a door of the case. */
export function blockersFor({ door, facts, at, settings }: Question): Blocker[] {
  return [
    ...unreviewed(door, facts, null),
    ...checkpointsFor(door, 'case').flatMap((c) => whyNotSigned(c, facts, null, null, at, settings)),
    ...when(
      door === 'close' && Object.values(facts.safeguarding.freezes).some((z) => z.kind === 'concern'),
      'concern',
      Object.entries(facts.safeguarding.freezes).find(([, z]) => z.kind === 'concern')?.[0] ?? 'case',
      'safeguardingLead',
    ),
  ];
}

/** What stands before a door of one process, whoever takes part. */
export function blockersForProcess(q: ProcessQuestion): Blocker[] {
  const { door, facts, processId, about, at, settings } = q;
  const signed = (c: Checkpoint, subject: Id | null) => whyNotSigned(c, facts, processId, subject, at, settings);
  return [
    ...(doors[door].freezes ? freezesOfProcess(q) : []),
    ...unreviewed(door, facts, processId),
    ...noDirectProcess(q),
    ...checkpointsFor(door, 'case').flatMap((c) => whyNotSigned(c, facts, null, null, at, settings)),
    ...checkpointsFor(door, 'process').flatMap((c) => signed(c, null)),
    ...(about && !goesOnWithAnother(q, about)
      ? checkpointsFor(door, 'communication').flatMap((c) => signed(c, about))
      : []),
    ...(about ? checkpointsFor(door, 'item').flatMap((c) => signed(c, about)) : []),
  ];
}
