// Sends what one person says to the casework and puts the answer into the words of the schema: every mutation of a case is one call of this.
import type { GraphQLSchema } from 'graphql';
import type { Actor, EventType } from '#libs/case';
import type { Refused } from '#libs/casework';
import type { CaseCommands } from '../ports/casework.js';
import { apiError } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import { buildEvent, type BuiltEvent } from './build-event.js';
import { inTheClientsWords } from './command-errors.js';
import { shownTo } from '../audience/refusal-for-reader.js';

/** What every mutation on a case is given beside what happened. */
export interface CommandInput {
  readonly caseId: string;
  /** Names the command: sent again with the same key, it happens once. */
  readonly key: string;
  /** Pins the command to what the client saw; left out, it is judged on the case as it stands. */
  readonly revision?: number | null;
}
/** The arguments of a mutation: the event's own input is left out where there is nothing to say. */
export interface Asked {
  readonly command: CommandInput;
  readonly event?: object | null;
}
/**
 * Tells the case that `type` happened, with the fields of the input, and gives back the member of TellPayload.
 * NOT_FOUND when there is no such case for this actor; BAD_USER_INPUT for a malformed input, and when the key was used
 * for another command. `schema` is the one that coerced the input.
 */
export function tell(
  casework: CaseCommands,
  context: RequestContext,
  schema: GraphQLSchema,
  { command, event: input }: Asked,
  type: EventType,
) {
  const { actor } = context;
  const built = buildEvent(schema, type, input, `${actor.id} ${command.key}`, actor.kind !== 'participant');
  return tellAll(casework, context, command, [built]);
}

/** Tells the case everything that was built, in order, as one command. Errors as for `tell`. */
export async function tellAll(
  casework: CaseCommands,
  { actor, check }: RequestContext,
  { caseId, key, revision }: CommandInput,
  built: readonly BuiltEvent[],
) {
  const pinned = revision !== null && revision !== undefined;
  // Whether a revision is the right one would tell how much others have done.
  if (pinned && actor.kind === 'participant') throw apiError('BAD_USER_INPUT', 'A participant names no revision.');
  const [first, ...also] = built.map(({ event, texts }) => ({ event, texts }));
  if (!first) throw apiError('BAD_USER_INPUT', 'Give at least one event.');
  const sent = {
    caseId,
    key,
    ...first,
    ...(also.length > 0 && { also }),
    ...(pinned && { revision }),
    ...(check && { check }),
  };
  const newcomers = built.flatMap(({ newcomer }) => newcomer ?? []);
  const answer = await casework.tell(actor, sent, newcomers).catch(inTheClientsWords);
  return payload(actor, answer, built);
}

/**
 * One answer of the casework as a member of the union TellPayload. NOT_FOUND when there is no such case, BAD_USER_INPUT when
 * there is no such person. Participants are kept from the revision by its `@audience`, staff who see no detail here (R42).
 */
export function payload(actor: Actor, answer: Awaited<ReturnType<CaseCommands['tell']>>, told: readonly Answered[]) {
  // R30: a person who says no, or takes something back, is told what is kept (queries/rights/retention.resolver.ts).
  const ends = told.some(({ event }) => event.type === 'consent.withdrawn' || event.type === 'consent.refused');
  if (answer.ok) {
    const { caseId } = answer;
    const revision = answer.detailed === false ? null : answer.revision;
    const madeEach = told.map(({ made }) => made);
    return {
      __typename: 'Told',
      caseId,
      revision,
      made: told.length === 1 ? (madeEach[0] ?? null) : null,
      madeEach,
      ...(ends && { ends }),
    };
  }
  switch (answer.why) {
    case 'not-found':
      throw apiError('NOT_FOUND', 'There is no such case.');
    case 'unknown-person':
      throw apiError('BAD_USER_INPUT', 'There is no such person.');
    case 'stale':
      return { __typename: 'Stale', revision: answer.detailed === false ? null : answer.revision };
    default:
      return { __typename: 'Refused', ...refusedTo(actor, answer, told) };
  }
}

/** A refusal as its reader may see it: what stands before the one that was refused, and where there were several, which. */
export function refusedTo(actor: Actor, refused: Refused, told: readonly Pick<Answered, 'event'>[]) {
  const { which, language = null } = refused;
  const { type, participantId: self } = (told[which ?? 0] ?? told[0])?.event ?? { type: 'case.opened' as const };
  return {
    ...shownTo(actor, refused, { type, self, language }),
    which: which === undefined ? null : which + 1,
  };
}

/** What was answered: an event, as far as it says who it is about, and what it made. */
interface Answered {
  readonly event: { readonly type: EventType; readonly participantId?: unknown };
  readonly made: string | null;
}
