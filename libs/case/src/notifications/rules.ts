// What stands before a queued message is sent: every consent it hangs on, and a safe way to the person (R11, R21).
import { blocker, when, type Blocker } from '../blocker.js';
import { whyNotLive } from '../consent/rules.js';
import { consentKey, type ConsentKey } from '../consent/facts.js';
import { unreachable } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { isAfter } from '#libs/time';
import { notices } from '../vocabulary/outcomes.js';
import type { Door } from '../vocabulary/stages.js';
import type { Notice } from './facts.js';
import { calledOffMoment, neutralMoment, safeMoment } from './moments.js';

/** The consents a message hangs on. */
export const consentsOf = (notice: Notice): ConsentKey[] =>
  notices[notice.template].needs.map((purpose) =>
    consentKey(notice.to, purpose, purpose === 'takePart' ? notice.about : null),
  );

/** The earliest moment a message goes out: neutral words wait for the service's own (R22), and all words for a time that is safe (R11). */
export function notBefore(notice: Notice, facts: Facts, settings: Settings): string {
  const times = facts.contact.safe[notice.to]?.times ?? [];
  if (!notices[notice.template].neutral) return safeMoment(times, notice.queuedAt);
  if (notice.startsAt === null) return safeMoment(times, neutralMoment(notice.queuedAt, settings));
  // word of a meeting that is not comes in time, on whatever day that is
  return calledOffMoment(notice.queuedAt, notice.startsAt, settings);
}

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  if (door !== 'send' || !about) return [];
  const notice = facts.post.queued[about];
  if (!notice) return [blocker('notice', about, 'clock')];
  const ripe = notBefore(notice, facts, settings);
  const times = notice.startsAt === null ? (facts.contact.safe[notice.to]?.times ?? []) : [];
  const basis = facts.people.participants[notice.to]?.approach;
  return [
    ...when(basis === 'objected' || basis === 'unknown', 'approachBasis', notice.to, 'coordinator'),
    ...when(isAfter(ripe, at), 'notice', about, 'clock', ripe),
    ...when(!isAfter(ripe, at) && safeMoment(times, at) !== at, 'safeTime', notice.to, 'clock', ripe),
    ...consentsOf(notice).flatMap((key) => whyNotLive(key, facts, at, settings)),
    ...unreachable(notice.to, facts, at, settings),
  ];
}
