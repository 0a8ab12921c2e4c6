// Nothing counts before its time: when what a sign-off is about is in reach, and what makes it lapse (R33, R87).
import { capacitiesOf, foundAt } from '../consent/capacity.js';
import type { Facts } from '../facts.js';
import type { Process } from '../process/facts.js';
import { lastDelivery, tookPlace } from '../process/members.js';
import { reaches } from '../process/scope.js';
import type { Id } from '../reducers.js';
import type { Settings } from '../settings.js';
import { isAfter, londonDaysBetween, workingDaysAfter } from '#libs/time';
import type { Door } from '../vocabulary/stages.js';
import { checkpoints, type Checkpoint, type LapsesWith, type Reach } from '../vocabulary/safeguarding.js';

/** What a sign-off is about. */
export interface SignOffSubject {
  facts: Facts;
  processId: Id | null;
  process: Process | null;
  about: Id | null;
}
type InReach = (s: SignOffSubject, at: string, settings: Settings) => boolean;
const inReach: Record<Reach, InReach> = {
  always: () => true,
  spokenWith: ({ facts, about }) => Boolean(about && facts.contact.attempts[about]?.firstReachedAt),
  capacityAssessed: ({ facts, about }) =>
    about !== null && capacitiesOf(facts.consent.capacity, about).some(({ capacity }) => capacity.assessed !== null),
  typeChosen: ({ process }) => process?.type != null,
  assessed: ({ facts, about }) => Boolean(about && facts.safeguarding.assessments[about]),
  // one that is made earlier would have lapsed when the meeting begins
  lastDays: ({ process }, at, settings) => {
    const startsAt = process?.conference.booking?.startsAt;
    const until = workingDaysAfter(at, settings.beforeMeetingWorkingDays, settings.bankHolidays);
    return startsAt !== undefined && !isAfter(startsAt, until);
  },
  today: ({ process }, at, settings) => {
    const startsAt = process?.conference.booking?.startsAt;
    return startsAt !== undefined && Math.abs(londonDaysBetween(startsAt, at)) < settings.dayOfDays;
  },
  agreedBySender: ({ process, about }) => Boolean(about && process?.communication.of[about]?.agreedAt),
  delivered: ({ process }) => process !== null && tookPlace(process) && process.conference.session === null,
  notKept: ({ process, about }) => Boolean(about && process?.agreement.items[about]?.outcome?.outcome === 'notKept'),
};
/** Whether a sign-off can be made at this moment. */
export const isInReach = (c: Checkpoint, s: SignOffSubject, at: string, settings: Settings): boolean =>
  inReach[checkpoints[c].reach](s, at, settings) && (!s.process?.ended || isOfAfterwards(c));
/** What is left to sign off when a process has ended. */
const isOfAfterwards = (c: Checkpoint): boolean =>
  (checkpoints[c].before as readonly Door[]).every((door) => door === 'end' || door === 'reportNotKept');

const changedAt: Record<LapsesWith, (s: SignOffSubject) => string | null> = {
  type: ({ process }) => process?.type?.at ?? null,
  members: ({ process }) => process?.members.changedAt ?? null,
  booking: ({ process }) => process?.conference.booking?.bookedAt ?? null,
  risk: ({ facts, about }) => (about ? (facts.safeguarding.assessments[about]?.at ?? null) : null),
  // each decision of theirs is signed, and what was decided in their interest
  capacity: ({ facts, about }) =>
    capacitiesOf(facts.consent.capacity, about ?? '')
      .map(({ capacity }) => capacity.bestInterests?.at ?? foundAt(capacity))
      .toSorted()
      .at(-1) ?? null,
  // each meeting and each exchange has an afterwards of its own
  delivery: ({ process }) => (process ? lastDelivery(process) : null),
  text: ({ process, about }) => (about ? (process?.communication.of[about]?.draftedAt ?? null) : null),
};
/** When what a sign-off of this moment was about has changed since; null when it has not. */
export function overtakenAt(c: Checkpoint, signedAt: string, s: SignOffSubject): string | null {
  const { facts, processId, about } = s;
  const informed = facts.safeguarding.informed
    .filter((i) => (processId === null ? i.processId === null : reaches(i, facts, processId)))
    .filter((i) => i.participantId === null || checkpoints[c].per !== 'party' || i.participantId === about)
    .map((i) => i.at);
  const changed = checkpoints[c].lapsesWith.flatMap((what) => changedAt[what](s) ?? []);
  // whoever left and came back is a new question (R92)
  const joined = checkpoints[c].per === 'party' && about ? [s.process?.members.of[about]?.joinedAt ?? signedAt] : [];
  return (
    [...informed, ...changed, ...joined]
      .filter((at) => isAfter(at, signedAt))
      .toSorted()
      .at(-1) ?? null
  );
}
