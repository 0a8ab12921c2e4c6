// What a participant does about their own part without naming a case: stop or pause it, and say that they do not feel safe.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { consentKey, defaults, partsOf, type ConsentKey, type EventType } from '#libs/case';
import { addDays, londonDate } from '#libs/time';
import type { CaseCommands } from '../../ports/casework.js';
import type { Reading } from '../../ports/reading.js';
import { CASEWORK, READING } from '../../ports/tokens.js';
import { partsOfActor } from '../../queries/my-cases/read-my-cases.js';
import type { Part } from '../../queries/my-cases/part.js';
import { FreeText } from '../../server/graphql/free-text.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { buildEvent } from '../build-event.js';
import { tellAll } from '../tell.js';

/** An event of their own, as its input says it. */
type Own = readonly [EventType, object];

@Resolver()
export class OwnPartResolver {
  constructor(
    @Inject(CASEWORK) private readonly casework: CaseCommands,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Mutation('stopOwnPart')
  async stopOwnPart(
    @Args() { key, how }: { key: string; how: 'stop' | 'pause' },
    @Context() context: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const parts = await partsOfActor(this.reading, context);
    const [part] = parts;
    const askedAgainOn =
      how === 'stop' ? null : addDays(londonDate(context.at), (part?.settings ?? defaults).pauseDays);
    const done = await Promise.all(
      parts.map(async (own) => {
        const tell = (events: readonly Own[]) => this.tell(schema, context, own, key, events);
        if (hasStopped(own)) return true;
        if (askedAgainOn !== null) return tell([restsUntil(own, askedAgainOn)]);
        // Whatever stands in the way of taking back one answer stands in the way of none but that one.
        return (await tell([...takenBack(own), ended(own)])) || tell([ended(own)]);
      }),
    );
    return { done: done.length > 0 && done.every(Boolean), at: context.at, askedAgainOn };
  }

  @Mutation('sayNotSafe')
  async sayNotSafe(
    @Args() { key, text }: { key: string; text?: FreeText | null },
    @Context() context: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const parts = await partsOfActor(this.reading, context);
    const said = text ?? new FreeText('They said on their own page that they do not feel safe.');
    const done = await Promise.all(
      parts.map((own) => this.tell(schema, context, own, key, [['concern.raised', { about: own.id, text: said }]])),
    );
    return { done: done.length > 0 && done.every(Boolean), at: context.at };
  }

  /** Tells the case of a part; whether it happened, or had happened. */
  private async tell(
    schema: GraphQLResolveInfo['schema'],
    context: RequestContext,
    { facts: { caseId } }: Part,
    key: string,
    events: readonly Own[],
  ): Promise<boolean> {
    // Several cases of one person are several commands, and so are the two ways of stopping.
    const command = { caseId, key: `${key}-${events.length}-${caseId}` };
    const built = events.map(([type, input], at) =>
      buildEvent(schema, type, input, `${context.actor.id} ${command.key} ${at}`, false),
    );
    const answer = await tellAll(this.casework, context, command, built);
    return answer.__typename === 'Told';
  }
}

/** What they said yes to, but that they may be reached: each is taken back by itself, so that none is there when they return. */
const takenBack = ({ facts, id }: Part): Own[] =>
  Object.entries(facts.consent.consents).flatMap(([key, { answer }]) => {
    const { participantId, purpose, processId, about } = partsOf(key as ConsentKey);
    if (participantId !== id || answer !== 'given' || purpose === 'contact') return [];
    const asked = { purpose, ...(processId !== '-' && { processId }), ...(about !== '-' && { about }) };
    return [['consent.withdrawn', { participantId: id, ...asked }]];
  });

/** What they said to being reached at all: every other yes hangs on it. */
const said = ({ facts, id }: Part) => facts.consent.consents[consentKey(id, 'contact')]?.answer;
const hasStopped = (own: Part): boolean => ['withdrawn', 'refused'].includes(said(own) ?? '');
/** It is taken back; where there was no yes, it is a no. */
const ended = (own: Part): Own => [
  said(own) === 'given' ? 'consent.withdrawn' : 'consent.refused',
  { participantId: own.id, purpose: 'contact' },
];

const restsUntil = ({ id }: Part, reaskOn: string): Own => [
  'consent.deferred',
  { participantId: id, purpose: 'contact', reaskOn },
];
