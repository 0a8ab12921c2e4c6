// What stands before reaching a person: whether they may be approached, and whether it is known how, safely (R4, R7, R11, R12).
import { when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isClosedToHarmed } from '../safeguarding/flags.js';
import type { Settings } from '../settings.js';
import { endedAfter } from '#libs/time';
import type { Door } from '../vocabulary/stages.js';

/** Why this person cannot be reached safely now. */
export function unreachable(id: Id, facts: Facts, at: string, settings: Settings): Blocker[] {
  const safe = facts.contact.safe[id];
  const ended = safe ? endedAfter(safe.checkedAt, settings.safeContactDays, at) : null;
  const live = safe !== undefined && ended === null;
  const usable = safe?.channels.some((c) => !safe.frozen.includes(c)) ?? false;
  return [
    ...when(!live, 'safeContact', id, 'facilitator', ended),
    ...when(live && !usable, 'channelFrozen', id, 'safeguardingLead', facts.contact.attempts[id]?.at ?? null),
  ];
}

/** R13: nobody is prepared who has not been asked what they need to understand and be understood. */
export const needsUnasked = (id: Id, facts: Facts): Blocker[] =>
  when(!facts.contact.needs[id], 'needs', id, 'facilitator', facts.people.participants[id]?.joinedAt ?? null);

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  const p = about ? facts.people.participants[about] : undefined;
  if (door !== 'approach' || !about || !p) return [];
  const invitation = facts.referral.invitations[about];
  return [
    ...when(p.leftAt !== null, 'unknown', about, 'coordinator', p.leftAt),
    ...when(p.approach === 'objected' || p.approach === 'unknown', 'approachBasis', about, 'coordinator', p.joinedAt),
    ...when(
      p.role === 'harmed' && isClosedToHarmed(facts, about),
      'abuseInitiated',
      about,
      'safeguardingLead',
      facts.openedAt,
    ),
    ...when(
      p.role === 'harmed' && facts.referral.invitationNeeded && !invitation?.invite,
      'invitation',
      about,
      'coordinator',
      invitation?.at ?? facts.openedAt,
    ),
    ...unreachable(about, facts, at, settings),
  ];
}
