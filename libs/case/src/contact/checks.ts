// What makes an event about contact incomplete or wrong (R11, R12).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { accessNeeds, voicemails, weekdays, type Channel } from '../vocabulary/people.js';
import { everIn } from '../process/members.js';
import { helpKey, type ContactEvents } from './facts.js';
import { isLanguage } from './language.js';

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

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const isRow = (table: object, name: string): boolean => Object.hasOwn(table, name);

export const checks: Checks<ContactEvents> = {
  'safeContact.recorded': (e, f) => [
    ...when(e.channels.length === 0, 'unsound', 'channels', 'facilitator'),
    ...when(e.voicemail !== undefined && !isRow(voicemails, e.voicemail), 'unsound', 'voicemail', 'facilitator'),
    ...(e.times ?? []).flatMap(({ day, opens, closes }) =>
      isRow(weekdays, day) && TIME.test(opens) && TIME.test(closes) && opens < closes
        ? []
        : [blocker('unsound', 'times', 'facilitator')],
    ),
    ...when(
      f.people.participants[e.participantId]?.approach === 'objected',
      'approachBasis',
      e.participantId,
      'coordinator',
    ),
  ],
  'channel.cleared': (e, f) =>
    when(!f.contact.safe[e.participantId]?.frozen.includes(e.channel), 'unsound', 'channel', 'safeguardingLead'),
  'needs.recorded': (e) => [
    ...when(!isLanguage(e.language), 'unsound', 'language', 'facilitator'),
    ...when(
      e.needs.some((need) => !isRow(accessNeeds, need)),
      'unsound',
      'needs',
      'facilitator',
    ),
  ],
  // about a process that is none of theirs it would pass by what freezes theirs
  'contact.attempted': (e, f) => [
    ...unsafeChannel(f, e),
    ...when(
      e.processId !== undefined && !everIn(f, e.processId, e.participantId),
      'member',
      e.participantId,
      'facilitator',
    ),
  ],
  'preference.answered': (e, f) =>
    when(!f.contact.preferences[e.participantId], 'unsound', 'participantId', 'coordinator'),
  'help.answered': (e, f) => {
    const asked = f.contact.help?.[helpKey(e.participantId, e.kind)];
    return when(!asked || asked.answer !== null, 'unsound', 'kind', 'facilitator');
  },
};
