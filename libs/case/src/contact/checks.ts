// What makes an event about contact incomplete or wrong (R11, R12).
import { when } from '../blocker.js';
import type { Checks } from '../checking.js';
import type { ContactEvents } from './facts.js';

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
  'contact.attempted': (e, f) => {
    const safe = f.contact.safe[e.participantId];
    return [
      ...when(
        safe !== undefined && !safe.channels.includes(e.channel),
        'safeContact',
        e.channel,
        'facilitator',
        safe?.checkedAt ?? null,
      ),
      ...when(
        safe !== undefined && safe.frozen.includes(e.channel),
        'channelFrozen',
        e.channel,
        'safeguardingLead',
        f.contact.attempts[e.participantId]?.at ?? null,
      ),
    ];
  },
  'preference.answered': (e, f) =>
    when(!f.contact.preferences[e.participantId], 'unsound', 'participantId', 'coordinator'),
};
