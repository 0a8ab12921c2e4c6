// Record classes and their periods, legal holds, and what is due for removal.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { counted, howLong, recordClasses, type RetentionNotice } from '#libs/rights';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { MOST_SHOWN, proposalView, runView, shown } from './retention-views.js';

@Resolver()
export class RetentionResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Query('recordClasses')
  async recordClasses(@Context() { actor }: RequestContext) {
    const rows = await this.rights.kept.classes(actor);
    return rows.map((row) => ({
      ...row,
      what: recordClasses[row.class].says,
      howLong: howLong(row),
      removable: recordClasses[row.class].removal !== null,
      setBy: colleagueOrNull(row.setBy),
    }));
  }

  @Query('legalHolds')
  legalHolds(@Context() { actor }: RequestContext, @Args() page: PageArgs) {
    return connection(this.rights.holds.page(actor, pageAsked(page)), (row) => ({
      ...row,
      placedBy: colleague(row.placedBy),
      liftedBy: colleagueOrNull(row.liftedBy),
    }));
  }

  @Query('retentionDryRun')
  async retentionDryRun(@Context() { actor, at }: RequestContext) {
    const plan = await this.rights.retention.dryRun(actor, at);
    if (!plan) return null;
    const { due, held } = plan;
    return {
      counts: counted(due),
      due: due.slice(0, MOST_SHOWN).map(shown),
      held: held.slice(0, MOST_SHOWN).map(shown),
    };
  }

  @Query('retentionProposal')
  async retentionProposal(@Context() { actor }: RequestContext) {
    const proposal = await this.rights.proposals.latest(actor);
    return proposal && proposalView(proposal);
  }

  @Query('retentionRuns')
  async retentionRuns(@Context() { actor }: RequestContext) {
    return (await this.rights.retention.runs(actor)).toReversed().map(runView);
  }
}

/** What is kept, for a participant: with each of their cases, and with the answer when they take something back (R30). */
@Resolver('MyCase')
export class MyCaseKeptResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @ResolveField('kept')
  kept(@Context() context: RequestContext): Promise<RetentionNotice[]> {
    return context.memo('what is kept', () => this.rights.kept.kept(context.actor));
  }
}

@Resolver('Told')
export class ToldKeptResolver extends MyCaseKeptResolver {
  @ResolveField('kept')
  override async kept(
    @Context() context: RequestContext,
    @Parent() told?: { ends?: boolean },
  ): Promise<RetentionNotice[]> {
    return told?.ends === true ? super.kept(context) : [];
  }
}
