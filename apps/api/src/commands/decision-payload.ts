// The answer to a decision outside a case as a member of its union: done with an id, or refused in sentences.
import type { Decided } from '#libs/commands';
import { inTheClientsWords } from './command-errors.js';

/** The two members of each union: RightsPayload, PersonPayload. */
const members = {
  rights: { done: 'RightsDone', refused: 'RightsRefused' },
  person: { done: 'PersonDecided', refused: 'PersonNotDecided' },
} as const;

/** Waits for the decision. BAD_USER_INPUT for a misused key; any other error stays masked. */
export async function decisionPayload(union: keyof typeof members, decision: Promise<Decided>) {
  const decided = await decision.catch(inTheClientsWords);
  const { done, refused } = members[union];
  return decided.ok ? { __typename: done, id: decided.id } : { __typename: refused, problems: decided.problems };
}
