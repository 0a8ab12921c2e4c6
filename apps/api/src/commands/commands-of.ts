// Makes the resolver class of a feature out of its verbs: each is a mutation that tells the case one event.
import { Inject, type Type } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { EventType } from '#libs/case';
import type { RequestContext } from '../server/graphql/request-context.js';
import type { Casework } from '../ports/casework.js';
import type { Register } from '../ports/register.js';
import { CASEWORK, REGISTER } from '../ports/tokens.js';
import { tell, type Asked } from './tell.js';

/** Events that only the worker tells. */
export type OfTheClock = 'notice.sent' | 'deadline.passed';
/** Mutation to event. */
export type Verbs = Readonly<Record<string, Exclude<EventType, OfTheClock>>>;
/** A resolver class that knows its verbs. */
export type Commands<V extends Verbs> = Type & { readonly verbs: V };

/** One method a verb, each a call of `tell`: what is said about an event beside its name stands in the schema and in libs/case. */
export function commandsOf<const V extends Verbs>(verbs: V): Commands<V> {
  @Resolver()
  class FeatureCommands {
    static readonly verbs = verbs;
    constructor(
      @Inject(CASEWORK) readonly casework: Casework,
      @Inject(REGISTER) readonly register: Register,
    ) {}
  }
  for (const [verb, type] of Object.entries(verbs)) {
    const method = function (this: FeatureCommands, asked: Asked, context: RequestContext) {
      return tell(this, context, asked, type);
    };
    const property = { value: method, writable: true, configurable: true };
    Object.defineProperty(FeatureCommands.prototype, verb, property);
    Args()(FeatureCommands.prototype, verb, 0);
    Context()(FeatureCommands.prototype, verb, 1);
    Mutation(verb)(FeatureCommands.prototype, verb, property);
  }
  return FeatureCommands;
}
