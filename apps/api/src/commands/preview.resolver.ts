// What an event would do, before it is done: the casework's own judgement, nothing saved.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '#libs/case';
import { apiError } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import type { CaseCommands } from '../ports/casework.js';
import { CASEWORK } from '../ports/tokens.js';
import { buildEach, type AnyEvent } from './any-event.js';
import type { BuiltEvent } from './build-event.js';
import { inTheClientsWords } from './command-errors.js';
import { refusedTo } from './tell.js';
import { taskInWords } from '../queries/case/views/task-in-words.js';

interface Asked {
  readonly caseId: string;
  readonly event: AnyEvent;
  readonly also?: readonly AnyEvent[] | null;
}
type Shown = Extract<Awaited<ReturnType<CaseCommands['preview']>>, { would: unknown }>;

@Resolver()
export class PreviewResolver {
  constructor(@Inject(CASEWORK) private readonly casework: CaseCommands) {}

  @Query('preview')
  async preview(
    @Args() { caseId, event, also }: Asked,
    @Context() { actor }: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const mayName = actor.kind !== 'participant';
    const built = buildEach(schema, [event, ...(also ?? [])], `${actor.id} preview`, mayName);
    const [first, ...rest] = built as [BuiltEvent, ...BuiltEvent[]];
    const shown = await this.casework.preview(actor, caseId, first.event, rest).catch(inTheClientsWords);
    if (!('would' in shown)) throw apiError('NOT_FOUND', 'There is no such case.');
    return asSeenBy(actor, shown, built);
  }
}

/** Nothing of the case for an actor who may not tell it this; for a participant no more than whether it would happen. */
function asSeenBy(
  actor: Actor,
  { would, moves, meetingsCalledOff, told, cancelled, tasks }: Shown,
  built: readonly BuiltEvent[],
) {
  const verdict = would.ok
    ? { happens: true, why: null, words: null, whoMay: [], blockers: [], which: null }
    : { happens: false, ...refusedTo(actor, would, built) };
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
      words: taskInWords(task),
      processId,
      about,
    })),
  };
}
