// The figures of a service, for coordinators, managers and safeguarding leads; a facilitator sees their own workload.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Period, ServiceMeasures } from '#libs/measures';
import type { PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { MeasuresPort } from '../../ports/measures.js';
import { MEASURES } from '../../ports/tokens.js';
import {
  casesPage,
  checkpoints,
  definitionRows,
  deviations,
  funnel,
  measuresFor,
  ownWorkload,
  unassignedPage,
  waitingPage,
  workloads,
} from './views.js';

@Resolver('Measures')
export class MeasuresResolver {
  constructor(@Inject(MEASURES) private readonly measuring: MeasuresPort) {}

  @Query('measures')
  measures(@Context() context: RequestContext) {
    return measuresFor(this.measuring, context);
  }

  @Query('ownWorkload')
  ownWorkload(@Context() context: RequestContext) {
    return ownWorkload(this.measuring, context);
  }

  @ResolveField('definitions')
  definitions() {
    return definitionRows;
  }

  @ResolveField('openCases')
  openCases(@Parent() measures: ServiceMeasures) {
    return measures.openCases();
  }

  @ResolveField('stages')
  stages(@Parent() measures: ServiceMeasures) {
    return measures.stages();
  }

  @ResolveField('waiting')
  waiting(@Parent() measures: ServiceMeasures) {
    return measures.waiting();
  }

  @ResolveField('waitingCases')
  waitingCases(@Parent() measures: ServiceMeasures, @Args() page: PageArgs) {
    return waitingPage(measures, page);
  }

  @ResolveField('unassigned')
  unassigned(@Parent() measures: ServiceMeasures) {
    return measures.unassigned();
  }

  @ResolveField('unassignedCases')
  unassignedCases(@Parent() measures: ServiceMeasures, @Args() page: PageArgs) {
    return unassignedPage(measures, page);
  }

  @ResolveField('workloads')
  workloads(@Parent() measures: ServiceMeasures) {
    return workloads(measures);
  }

  @ResolveField('funnel')
  funnel(@Parent() measures: ServiceMeasures, @Args() period: Period) {
    return funnel(measures, period);
  }

  @ResolveField('checkpoints')
  checkpoints(@Parent() measures: ServiceMeasures, @Args() period: Period) {
    return checkpoints(measures, period);
  }

  @ResolveField('deviations')
  deviations(@Parent() measures: ServiceMeasures, @Args() period: Period) {
    return deviations(measures, period);
  }

  @ResolveField('cases')
  cases(@Parent() measures: ServiceMeasures, @Args() args: PageArgs & { list: string }) {
    return casesPage(measures, args);
  }
}
