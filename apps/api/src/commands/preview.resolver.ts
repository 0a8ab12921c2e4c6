// What an event would do, before it is done: the casework's own judgement, nothing saved.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Actor, Preview } from '#libs/case';
import { verbs, type Verb } from './verbs.js';
import { apiError } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import type { CaseCommands } from '../ports/casework.js';
import { CASEWORK } from '../ports/tokens.js';
import { shownTo } from '../audience/refusal-for-reader.js';
import { buildEvent, type BuiltEvent } from './build-event.js';
import { inTheClientsWords } from './command-errors.js';

interface Asked {
  readonly caseId: string;
  readonly event: Readonly<Record<string, unknown>>;
}

@Resolver()
export class PreviewResolver {
  constructor(@Inject(CASEWORK) private readonly casework: CaseCommands) {}

  @Query('preview')
  async preview(
    @Args() { caseId, event }: Asked,
    @Context() { actor }: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const would = theOne(schema, event, actor);
    const shown = await this.casework.preview(actor, caseId, would.event).catch(inTheClientsWords);
    if (!('would' in shown)) throw apiError('NOT_FOUND', 'There is no such case.');
    return asSeenBy(actor, shown, would);
  }
}

/** The one event that was given. `@oneOf` says so too, but compiled documents do not look at it. */
function theOne(schema: GraphQLSchema, event: Asked['event'], actor: Actor): BuiltEvent {
  const given = Object.entries(event).filter(([, input]) => input !== null && input !== undefined);
  const [verb, input] = given[0] ?? [];
  if (verb === undefined || given.length > 1) throw apiError('BAD_USER_INPUT', 'Give exactly one event.');
  const mayName = actor.kind !== 'participant';
  return buildEvent(schema, verbs[verb as Verb], input as object, `${actor.id} preview`, mayName);
}

/** Nothing of the case for an actor who may not tell it this; for a participant no more than whether it would happen. */
function asSeenBy(
  actor: Actor,
  { would, moves, meetingsCalledOff, told, cancelled, tasks }: Preview,
  { event }: BuiltEvent,
) {
  const verdict = would.ok
    ? { happens: true, why: null, blockers: [] }
    : {
        happens: false,
        ...shownTo(actor, would.why, would.blockers, 'participantId' in event ? event.participantId : undefined),
      };
  if (actor.kind === 'participant' || (!would.ok && would.why === 'not-permitted'))
    return { ...verdict, moves: [], meetingsCalledOff: [], told: [], cancelled: [], tasks: [] };
  return {
    ...verdict,
    moves: Object.entries(moves).map(([processId, move]) => ({ processId, ...move })),
    meetingsCalledOff,
    told: told.map(({ to, template, processId, notBefore }) => ({ participantId: to, template, processId, notBefore })),
    cancelled: cancelled.map(({ noticeId }) => noticeId),
    tasks: tasks.map(({ assignee, for: supplier, task, processId, about }) => ({
      for: supplier,
      assigneeId: assignee,
      task,
      processId,
      about,
    })),
  };
}
