// The answer to a decision outside a case: recorded with an id, or refused in sentences.
import type { Decided } from '#libs/commands';
import { inTheClientsWords } from './command-errors.js';

/** A decision that was not made, as a member of DecisionPayload. */
export const decisionRefused = (problems: readonly string[]) => ({ __typename: 'DecisionRefused', problems }) as const;

/** Waits for the decision; gives a member of DecisionPayload. BAD_USER_INPUT for a misused key; any other error stays masked. */
export async function decisionPayload(decision: Promise<Decided>) {
  const decided = await decision.catch(inTheClientsWords);
  return decided.ok ? ({ __typename: 'DecisionRecorded', id: decided.id } as const) : decisionRefused(decided.problems);
}
