// One answer about rights as a member of the union RightsPayload, and misuse in the client's words.
import type { Decided } from '#libs/casework';
import { inTheClientsWords } from '../command-errors.js';

/** Waits for the answer of a command. */
export async function rightsPayload(answer: Promise<Decided>) {
  const given = await answer.catch(inTheClientsWords);
  return given.ok
    ? { __typename: 'RightsDone', id: given.id }
    : { __typename: 'RightsRefused', problems: given.problems };
}
