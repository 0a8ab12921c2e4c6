// Sends one event to the casework and words the answer for the schema: every mutation of a case is one call of this.
import type { Blocker, EventType } from '#libs/case';
import { apiError } from '../graphql/errors.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { Answer, Casework } from '../ports/casework.js';
import { inWords } from './in-words.js';
import { withoutFreeText } from './free-text.js';

/** What every mutation on a case is given beside what its event says; the rest of the input is the event. */
export interface CommandInput {
  readonly caseId: string;
  /** Names the command: sent again with the same key, it happens once. */
  readonly key: string;
  /** Pins the command to what the client saw; left out, it is judged on the case as it stands. */
  readonly revision?: number | null;
}

const reasons = { 'not-now': 'notNow', blocked: 'blocked', 'not-permitted': 'notPermitted' } as const;

/**
 * Tells the case that `type` happened, with the fields of the input, and gives back the member of TellPayload.
 * NOT_FOUND when there is no such case for this actor; BAD_USER_INPUT when the key was used for another command.
 */
export async function tell<I extends CommandInput>(
  casework: Casework,
  { actor }: RequestContext,
  input: I,
  type: EventType,
) {
  const { caseId, key, revision, ...said } = input;
  const { event, texts } = withoutFreeText(type, said, `${actor.id} ${key}`);
  const pin = revision === null || revision === undefined ? {} : { revision };
  const command = { caseId, key, event: { ...event, type }, texts, ...pin };
  return payload(await casework.tell(actor, command).catch(keyReused));
}

/** One answer of the casework as a member of the union TellPayload. */
export function payload(answer: Answer) {
  if (answer.ok) return { __typename: 'Told', caseId: answer.caseId, revision: answer.revision };
  switch (answer.why) {
    case 'not-found':
      throw apiError('NOT_FOUND', 'There is no such case.');
    case 'stale':
      return { __typename: 'Stale', revision: answer.revision };
    default:
      return { __typename: 'Refused', why: reasons[answer.why], blockers: answer.blockers.map(explained) };
  }
}

/** A blocker as the schema shows it. */
export const explained = (blocker: Blocker) => ({
  rule: blocker.rule,
  about: blocker.about,
  whoCanSupply: blocker.who,
  since: blocker.since,
  words: inWords(blocker),
});

function keyReused(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'KEY_REUSED') {
    throw apiError('BAD_USER_INPUT', 'This key was used before for a different command. Choose a new one.');
  }
  throw error;
}
