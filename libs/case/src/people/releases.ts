// What one named person may learn of another: only with that person's yes, and only when it can be said safely (R9, R91).
import { when, type Blocker } from '../blocker.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive } from '../consent/rules.js';
import { mayReach, unreachable } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Question } from '../question.js';
import type { Id } from '../reducers.js';
import { asBlocker, ordersAgainst } from '../safeguarding/orders.js';
import type { Settings } from '../settings.js';
import { isResponsible } from '../process/members.js';
import { mayBeContacted } from './departed.js';
import { isInformed } from './informed.js';

/** What stands before one person learns this of another; `about` names both, `whose|to whom`. */
export function beforeTelling(
  { door, facts, about, at, settings }: Question,
  purpose: 'interest' | 'nameKnown',
): Blocker[] {
  const [whose, to] = about?.split('|') ?? [];
  if (whose === undefined || to === undefined) return [];
  const teller = facts.people.participants[whose];
  return [
    ...whyNotLive(consentKey(whose, purpose, null, to), facts, at, settings),
    // whoever left has no part in it that another could be told of
    ...when(teller !== undefined && teller.leftAt !== null, 'unknown', whose, 'coordinator', teller?.leftAt),
    ...whyNotTold(to, facts, at, settings),
    ...ordersAgainst(door, facts, null, [whose, to], at).map(asBlocker),
  ];
}

/** Why one person is told nothing of another: who they are is not confirmed, they were not told of the case, or cannot be reached safely (R91). */
export function whyNotTold(to: Id, facts: Facts, at: string, settings: Settings): Blocker[] {
  const receiver = facts.people.participants[to];
  return [
    ...when(isResponsible(facts, to) && !facts.people.identityConfirmed[to], 'identity', to, 'coordinator'),
    ...when(
      mayBeContacted(facts, to) && !isInformed(facts, to),
      'notApproached',
      to,
      'facilitator',
      receiver?.joinedAt,
    ),
    ...mayReach(to, facts),
    ...unreachable(to, facts, at, settings),
  ];
}
