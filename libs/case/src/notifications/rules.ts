// What stands before a queued message is sent: every consent it hangs on, and a safe way to the person (R11, R21).
import { blocker, when, type Blocker } from '../blocker.js';
import { whyNotLive } from '../consent/rules.js';
import { consentKey, type ConsentKey } from '../consent/facts.js';
import { mayReach, unreachable } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { isAfter } from '#libs/time';
import type { Question } from '../question.js';
import { freezesOfPeople } from '../safeguarding/rules.js';
import { consentPurposes } from '../vocabulary/consent.js';
import { notices } from '../vocabulary/outcomes.js';
import { parts } from '../vocabulary/parts.js';
import type { Notice } from './facts.js';
import { calledOffMoment, neutralMoment, safeMoment } from './moments.js';

/** The consents a message hangs on, as they are asked in the process it speaks of. */
export const consentsOf = ({ to, template, processId }: Notice, facts: Facts): ConsentKey[] =>
  notices[template].needs.flatMap((purpose) => {
    // of an interpreter or a professional no more is asked than that they take part
    const part = processId === null ? undefined : facts.processes[processId]?.members.of[to]?.part;
    if (part !== undefined && !parts[part].prepared && (purpose === 'contact' || purpose === 'prepare')) return [];
    if (consentPurposes[purpose].of === 'case') return [consentKey(to, purpose)];
    const type = processId === null ? undefined : facts.processes[processId]?.type?.type;
    const about = purpose === 'takePart' ? (type ?? null) : null;
    return processId === null ? [] : [consentKey(to, purpose, processId, about)];
  });

/** The earliest moment a message goes out: neutral words wait for the service's own (R22), and all words for a time that is safe (R11). */
export function notBefore(notice: Notice, facts: Facts, settings: Settings): string {
  const times = facts.contact.safe[notice.to]?.times ?? [];
  if (!notices[notice.template].neutral) return safeMoment(times, notice.queuedAt);
  if (notice.startsAt === null) return safeMoment(times, neutralMoment(notice.queuedAt, settings));
  // word of a meeting that is not comes in time, on whatever day that is
  return calledOffMoment(notice.queuedAt, notice.startsAt, settings);
}

/** What freezes a message: nothing that keeps people from travelling in vain, or says that the work has ended (R84). */
const freezes = ({ to, template, processId }: Notice, facts: Facts): Blocker[] =>
  notices[template].freezes ? freezesOfPeople(facts, [to], processId) : [];

export function blockersFor({ door, facts, at, settings, about }: Question): Blocker[] {
  if (door !== 'send' || !about) return [];
  const notice = facts.post.queued[about];
  if (!notice) return [blocker('notice', about, 'clock')];
  const ripe = notBefore(notice, facts, settings);
  const booking = notice.processId === null ? null : facts.processes[notice.processId]?.conference.booking;
  const late = notices[notice.template].falls === 'bookingChanges' && booking != null && !isAfter(booking.startsAt, at);
  const times = notice.startsAt === null ? (facts.contact.safe[notice.to]?.times ?? []) : [];
  return [
    ...freezes(notice, facts),
    ...mayReach(notice.to, facts),
    ...when(late, 'notice', about, 'facilitator', booking?.startsAt),
    ...when(isAfter(ripe, at), 'notice', about, 'clock', ripe),
    ...when(!isAfter(ripe, at) && safeMoment(times, at) !== at, 'safeTime', notice.to, 'clock', ripe),
    ...consentsOf(notice, facts).flatMap((key) => whyNotLive(key, facts, at, settings)),
    ...unreachable(notice.to, facts, at, settings),
  ];
}
