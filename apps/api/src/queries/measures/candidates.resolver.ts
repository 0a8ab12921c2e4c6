// Who could take a case for a duty, and why the others could not: for those who assign facilitators.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Duty } from '#libs/case';
import type { MeasuresPort } from '../../ports/measures.js';
import { MEASURES } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { View } from '../case/case-view.js';
import { candidateView } from './views.js';

@Resolver('Case')
export class CandidatesResolver {
  constructor(@Inject(MEASURES) private readonly measuring: MeasuresPort) {}

  @ResolveField('candidates')
  async candidates(@Context() { actor, at }: RequestContext, @Parent() { seen }: View, @Args('duty') duty: Duty) {
    const measures = this.measuring.for(actor, at);
    if (!measures || seen.declaration !== 'notNeeded') return null;
    return (await measures.candidatesFor(seen.facts, duty)).map(candidateView);
  }
}
