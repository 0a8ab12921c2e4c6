// What makes an event about contact incomplete or wrong (R11, R12).
import { when, type Blocker } from '../blocker.js';
import type { Checks } from '../checking.js';
import type { Facts } from '../facts.js';
import type { Id } from '../learning.js';
import type { Channel } from '../vocabulary/index.js';
import type { ContactEvents } from './facts.js';

/** Why this way of reaching a person is not a safe one: they did not name it, or it is frozen (R12). */
export function unsafeChannel(
  f: Facts,
  { participantId, channel }: { participantId: Id; channel: Channel },
): Blocker[] {
  const safe = f.contact.safe[participantId];
  if (!safe) return [];
  return [
    ...when(!safe.channels.includes(channel), 'safeContact', channel, 'facilitator', safe.checkedAt),
    ...when(
      safe.frozen.includes(channel),
      'channelFrozen',
      channel,
      'safeguardingLead',
      f.contact.attempts[participantId]?.at ?? null,
    ),
  ];
}

export const checks: Checks<ContactEvents> = {
  'safeContact.recorded': (e, f) => [
    ...when(e.channels.length === 0, 'unsound', 'channels', 'facilitator'),
    ...when(
      f.people.participants[e.participantId]?.approach === 'objected',
      'approachBasis',
      e.participantId,
      'coordinator',
    ),
  ],
  'contact.attempted': (e, f) => unsafeChannel(f, e),
  'preference.answered': (e, f) =>
    when(!f.contact.preferences[e.participantId], 'unsound', 'participantId', 'coordinator'),
};
