// What stands before a meeting begins or goes on: the booking, its day, and a private word with each person (R40).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { londonDaysBetween } from '#libs/time';
import type { Door } from '../vocabulary/stages.js';

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings): Blocker[] {
  const { booking, session } = facts.conference;
  if (door === 'begin') {
    if (!booking) return [blocker('booking', 'case', 'facilitator')];
    return when(
      Math.abs(londonDaysBetween(booking.startsAt, at)) >= settings.dayOfDays,
      'booking',
      booking.bookingId,
      'clock',
      booking.startsAt,
    );
  }
  if (door === 'resume') {
    if (!session?.pause) return [];
    const { checked, at: since } = session.pause;
    return session.attended.flatMap((id) => when(!checked[id]?.willing, 'privateCheck', id, 'facilitator', since));
  }
  return [];
}
