// Sends one event to the casework and puts the answer into the words of the schema: every mutation of a case is one call of this.
import type { GraphQLSchema } from 'graphql';
import type { Actor, EventType } from '#libs/case';
import type { Command } from '#libs/casework';
import type { Answer, Casework } from '../ports/casework.js';
import type { Register } from '../ports/register.js';
import { apiError } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import { buildEvent, type BuiltEvent } from './build-event.js';
import { inTheClientsWords } from './command-errors.js';
import { shownTo } from './refusal-for-reader.js';

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
  readonly event?: object;
}
/** The outside that commands need. */
export interface Outside {
  readonly casework: Casework;
  readonly register: Register;
}

/**
 * Tells the case that `type` happened, with the fields of the input, and gives back the member of TellPayload.
 * NOT_FOUND when there is no such case for this actor; BAD_USER_INPUT for a malformed input, and when the key was used
 * for another command. `schema` is the one that coerced the input.
 */
export async function tell(
  outside: Outside,
  { actor, check }: RequestContext,
  schema: GraphQLSchema,
  { command, event: input }: Asked,
  type: EventType,
) {
  const { caseId, key, revision } = command;
  const pinned = revision !== null && revision !== undefined;
  // Whether a revision is the right one would tell how much others have done.
  if (pinned && actor.kind === 'participant') throw apiError('BAD_USER_INPUT', 'A participant names no revision.');
  const built = buildEvent(schema, type, input, `${actor.id} ${key}`);
  const sent = {
    caseId,
    key,
    event: built.event,
    texts: built.texts,
    ...(pinned && { revision }),
    ...(check && { check }),
  };
  const answer = await (
    built.person ? tellOfPerson(outside, actor, sent, built.person) : outside.casework.tell(actor, sent)
  ).catch(inTheClientsWords);
  return payload(actor, answer, built);
}

/**
 * The person is made known just before the case is told, and only when it would accept; when it refuses all the same, a
 * newcomer is forgotten again. Told again under the same key, the case gives its first answer and nobody is made twice.
 */
async function tellOfPerson(
  { casework, register }: Outside,
  actor: Actor,
  command: Command,
  person: NonNullable<BuiltEvent['person']>,
) {
  const { serviceId } = actor;
  const shown = await casework.preview(actor, command.caseId, command.event);
  const welcome = 'would' in shown && shown.would.ok;
  if (!welcome) return casework.tell(actor, command);
  if (person.values === null) {
    if (!(await register.knowsPerson(serviceId, person.id)))
      throw apiError('BAD_USER_INPUT', 'There is no such person.');
    return casework.tell(actor, command);
  }
  await register.addPerson(serviceId, person.id, person.values);
  const answer = await casework.tell(actor, command);
  if (!answer.ok) await register.forgetNewcomer(serviceId, person.id);
  return answer;
}

/**
 * One answer of the casework as a member of the union TellPayload. NOT_FOUND when there is no such case. Who may read the
 * revision in it is said by its `@audience`.
 */
export function payload(actor: Actor, answer: Answer, { event, made }: Answered) {
  // R30: a person who says no, or takes something back, is told what is kept (queries/rights/retention.resolver.ts).
  const ends = event.type === 'consent.withdrawn' || event.type === 'consent.refused';
  if (answer.ok) {
    const { caseId, revision } = answer;
    return { __typename: 'Told', caseId, revision, made, ...(ends && { ends }) };
  }
  switch (answer.why) {
    case 'not-found':
      throw apiError('NOT_FOUND', 'There is no such case.');
    case 'stale':
      return { __typename: 'Stale', revision: answer.revision };
    default:
      return { __typename: 'Refused', ...shownTo(actor, answer.why, answer.blockers, event.participantId) };
  }
}

/** What was answered: the event, as far as it says who it is about, and what it made. */
interface Answered {
  readonly event: { readonly type: EventType; readonly participantId?: unknown };
  readonly made: string | null;
}
