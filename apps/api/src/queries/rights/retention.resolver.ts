// What is kept and why, what holds it, and what is due to go.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { counted, howLong, recordClasses, type Kept, type NewRecordClass, type RecordClassName } from '#libs/rights';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import type { FreeText } from '../../commands/free-text.js';
import { sound } from '../../commands/validate-input.js';
import { rightsPayload } from '../../commands/rights/payload.js';
import { MOST_SHOWN, runView, shown } from './retention-views.js';

interface NewHold {
  readonly personId?: string | null;
  readonly caseId?: string | null;
  readonly class?: RecordClassName | null;
  readonly reason: FreeText;
}

@Resolver()
export class KeptResolver {
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
  async legalHolds(@Context() { actor }: RequestContext) {
    const rows = await this.rights.holds.all(actor);
    return rows.map((row) => ({ ...row, placedBy: colleague(row.placedBy), liftedBy: colleagueOrNull(row.liftedBy) }));
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

  @Query('retentionRuns')
  async retentionRuns(@Context() { actor }: RequestContext) {
    return (await this.rights.retention.runs(actor)).toReversed().map(runView);
  }

  @Mutation('setRecordClass')
  setRecordClass(@Context() { actor, at }: RequestContext, @Args() args: { key: string; recordClass: object }) {
    const { terms, ...row } = sound('NewRecordClass', args.recordClass) as unknown as NewRecordClass;
    const whole = terms.map(({ from, years, days }) => ({ from, years, days: days ?? 0 }));
    return rightsPayload(this.rights.kept.set(actor, args.key, { ...row, terms: whole }, at));
  }

  @Mutation('placeLegalHold')
  placeLegalHold(@Context() { actor, at }: RequestContext, @Args() { key, hold }: { key: string; hold: NewHold }) {
    const { personId, caseId, reason } = hold;
    const on = { personId: idOrNothing(personId), caseId: idOrNothing(caseId), class: hold.class ?? null };
    return rightsPayload(this.rights.holds.place(actor, key, on, reason.reveal(), at));
  }

  @Mutation('liftLegalHold')
  liftLegalHold(
    @Context() { actor, at }: RequestContext,
    @Args() { key, id, reason }: { key: string; id: string; reason: FreeText },
  ) {
    return rightsPayload(this.rights.holds.lift(actor, key, isUuid(id) ? id : NOTHING, reason.reveal(), at));
  }
}
const NOTHING = '00000000-0000-0000-0000-000000000000';
// An id that is no UUID names nothing, as an unknown one does.
const idOrNothing = (id: string | null | undefined) => (id ? (isUuid(id) ? id : NOTHING) : null);

/** What is kept, for a participant: with each of their cases, and with the answer when they take something back (R30). */
@Resolver('MyCase')
export class MyCaseKeptResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @ResolveField('kept')
  kept(@Context() context: RequestContext): Promise<Kept[]> {
    return context.kept('what is kept', () => this.rights.kept.kept(context.actor));
  }
}

@Resolver('Told')
export class ToldKeptResolver extends MyCaseKeptResolver {
  @ResolveField('kept')
  override async kept(@Context() context: RequestContext, @Parent() told?: { ends?: boolean }): Promise<Kept[]> {
    return told?.ends === true ? super.kept(context) : [];
  }
}
