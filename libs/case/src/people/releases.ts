// What one named person may learn of another: only with that person's yes, and only when it can be said safely (R9, R91).
import { when, type Blocker } from '../blocker.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive } from '../consent/rules.js';
import { mayReach, unreachable } from '../contact/rules.js';
import type { Question } from '../question.js';
import { isInformed } from './informed.js';

/** What stands before one person learns this of another; `about` names both, `whose|to whom`. */
export function beforeTelling({ facts, about, at, settings }: Question, purpose: 'interest' | 'nameKnown'): Blocker[] {
  const [whose, to] = about?.split('|') ?? [];
  if (whose === undefined || to === undefined) return [];
  const receiver = facts.people.participants[to];
  return [
    ...whyNotLive(consentKey(whose, purpose, null, to), facts, at, settings),
    ...when(
      receiver?.role === 'responsible' && !facts.people.identityConfirmed[to],
      'identity',
      to,
      'coordinator',
    ),
    ...when(!isInformed(facts, to), 'notApproached', to, 'facilitator', receiver?.joinedAt),
    ...mayReach(to, facts),
    ...unreachable(to, facts, at, settings),
  ];
}
