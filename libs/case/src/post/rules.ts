// What stands before a queued message is sent: every consent it hangs on, and a safe way to the person (R11, R21).
import { blocker, when, type Blocker } from '../blocker.js';
import { whyNotLive } from '../consent/rules.js';
import { consentKey, type ConsentKey } from '../consent/facts.js';
import { unreachable } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { daysAfter, isAfter } from '../time.js';
import { notices, type Door } from '../vocabulary/index.js';
import type { Notice } from './facts.js';

/** The consents a message hangs on. */
export const consentsOf = (notice: Notice): ConsentKey[] =>
  notices[notice.template].needs.map((purpose) =>
    consentKey(notice.to, purpose, purpose === 'takePart' ? notice.about : null),
  );

/** The earliest moment a message goes out: neutral words wait, so that their moment is the service's and not the event's (R22). */
export const notBefore = (notice: Notice, settings: Settings): string =>
  notices[notice.template].neutral ? daysAfter(notice.queuedAt, settings.neutralDelayDays) : notice.queuedAt;

export function standing(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  if (door !== 'send' || !about) return [];
  const notice = facts.post.queued[about];
  if (!notice) return [blocker('notice', about, 'clock')];
  const basis = facts.people.participants[notice.to]?.approach;
  return [
    ...when(basis === 'objected' || basis === 'unknown', 'approachBasis', notice.to, 'coordinator'),
    ...when(isAfter(notBefore(notice, settings), at), 'notice', about, 'clock', notBefore(notice, settings)),
    ...consentsOf(notice).flatMap((key) => whyNotLive(key, facts, at, settings)),
    ...unreachable(notice.to, facts, at, settings),
  ];
}
