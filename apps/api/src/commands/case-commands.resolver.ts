// The mutations of a case: one method for each row of the table in verbs.ts, each a call of `tell`.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CaseCommands } from '../ports/casework.js';
import { CASEWORK } from '../ports/tokens.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import { tell, type Asked } from './tell.js';
import { verbs } from './verbs.js';

/** What is said about an event beside its name stands in the schema and in libs/case, so no method differs from another. */
@Resolver()
export class CaseCommandsResolver {
  constructor(@Inject(CASEWORK) readonly casework: CaseCommands) {}
}

for (const [verb, type] of Object.entries(verbs)) {
  const method = function (
    this: CaseCommandsResolver,
    asked: Asked,
    context: RequestContext,
    { schema }: GraphQLResolveInfo,
  ) {
    return tell(this.casework, context, schema, asked, type);
  };
  const property = { value: method, writable: true, configurable: true };
  Object.defineProperty(CaseCommandsResolver.prototype, verb, property);
  Args()(CaseCommandsResolver.prototype, verb, 0);
  Context()(CaseCommandsResolver.prototype, verb, 1);
  Info()(CaseCommandsResolver.prototype, verb, 2);
  Mutation(verb)(CaseCommandsResolver.prototype, verb, property);
}
