// What stands before reaching a person: whether they may be approached, and whether it is known how, safely (R4, R7, R11, R12).
import { blocker, when, type Blocker } from '../blocker.js';
import { whyNotApproached } from '../consent/rules.js';
import type { Facts } from '../facts.js';
import { mayBeContacted } from '../people/departed.js';
import { isInformed } from '../people/informed.js';
import type { Question } from '../question.js';
import type { Id } from '../reducers.js';
import { isClosedToHarmed } from '../safeguarding/flags.js';
import type { Settings } from '../settings.js';
import { endedAfter } from '#libs/time';

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

/** Whether the service may turn to this person at all, about anything (R7, R92). */
export const mayReach = (id: Id, facts: Facts): Blocker[] => {
  const p = facts.people.participants[id];
  return [
    ...when(
      !mayBeContacted(facts, id),
      'approachBasis',
      id,
      p?.approach === 'objected' ? 'safeguardingLead' : 'coordinator',
      p?.leftAt ?? p?.joinedAt,
    ),
    ...when(p?.approach === 'unknown', 'approachBasis', id, 'coordinator', p?.joinedAt),
  ];
};

/** Whether the service may turn to this person about a restorative process (R4, R6, R7). */
export function mayApproach(id: Id, facts: Facts): Blocker[] {
  const p = facts.people.participants[id];
  if (!p) return [blocker('unknown', id, 'coordinator')];
  const invitation = facts.referral.invitations[id];
  return [
    ...when(p.leftAt !== null, 'unknown', id, 'coordinator', p.leftAt),
    ...mayReach(id, facts),
    ...when(
      p.role === 'harmed' && isClosedToHarmed(facts, id),
      'abuseInitiated',
      id,
      'safeguardingLead',
      facts.openedAt,
    ),
    ...when(
      p.role === 'harmed' && facts.referral.invitationNeeded && !invitation?.invite,
      'invitation',
      id,
      'coordinator',
      invitation?.at ?? facts.openedAt,
    ),
  ];
}

/** Care is for those who know of the case: to anybody else the first word about it is an approach, with all that stands before one (R4, R6, R84). */
const unspoken = (id: Id, facts: Facts): Blocker[] =>
  when(
    mayBeContacted(facts, id) && !isInformed(facts, id),
    'notApproached',
    id,
    'facilitator',
    facts.people.participants[id]?.joinedAt,
  );

/** Nobody is called before somebody has read what the referrer wrote: it may say that a call is dangerous (R11). */
const wordsUnread = ({ referral }: Facts): Blocker[] =>
  when(referral.wordsUnread !== undefined, 'wordsUnread', 'case', 'facilitator', referral.wordsUnread?.at);

/** What stands before reaching one person. Contact of substance waits for what freezes; asking how they are does not (R84). */
export function blockersFor(q: Question): Blocker[] {
  const { door, facts, at, settings, about } = q;
  if (!about || !facts.people.participants[about]) return [];
  if (door === 'reachOut')
    return [
      ...wordsUnread(facts),
      ...unspoken(about, facts),
      ...mayReach(about, facts),
      ...unreachable(about, facts, at, settings),
    ];
  if (door !== 'approach') return [];
  const { closed } = facts.closing;
  return [
    ...when(closed !== null, 'closed', 'case', 'manager', closed?.at),
    ...wordsUnread(facts),
    ...mayApproach(about, facts),
    ...unreachable(about, facts, at, settings),
    ...whyNotApproached(q),
  ];
}
