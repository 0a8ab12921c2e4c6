// What managers decide about keeping records: how long a class is kept, legal holds, and what a run removes.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { idOrNone } from '#libs/case';
import type { NewRecordClass, RecordClassName, Term } from '#libs/rights';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import { validateInput } from '../validate-input.js';

/** The input NewRecordClass: as the library has it, but that the days of a term may be left out. */
interface RecordClassInput extends Omit<NewRecordClass, 'terms'> {
  readonly terms: readonly (Omit<Term, 'days'> & { readonly days?: number })[];
}
interface NewHold {
  readonly personId?: string | null;
  readonly caseId?: string | null;
  readonly class?: RecordClassName | null;
  readonly reason: FreeText;
}

@Resolver()
export class DecideRetentionResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Mutation('setRecordClass')
  setRecordClass(
    @Context() { actor, at }: RequestContext,
    @Args() { key, recordClass }: { key: string; recordClass: object },
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const { terms, ...row } = validateInput<RecordClassInput>(schema, 'NewRecordClass', recordClass);
    const whole = terms.map(({ from, years, days = 0 }) => ({ from, years, days }));
    return decisionPayload(this.rights.kept.set(actor, key, { ...row, terms: whole }, at));
  }

  @Mutation('placeLegalHold')
  placeLegalHold(@Context() { actor, at }: RequestContext, @Args() { key, hold }: { key: string; hold: NewHold }) {
    const { personId, caseId, reason } = hold;
    const on = {
      personId: personId ? idOrNone(personId) : null,
      caseId: caseId ? idOrNone(caseId) : null,
      class: hold.class ?? null,
    };
    return decisionPayload(this.rights.holds.place(actor, key, on, reason.reveal(), at));
  }

  @Mutation('proposeRetention')
  proposeRetention(@Context() { actor, at }: RequestContext, @Args() { key }: { key: string }) {
    return decisionPayload(this.rights.proposals.propose(actor, key, at));
  }

  @Mutation('approveRetention')
  approveRetention(
    @Context() { actor, at }: RequestContext,
    @Args() { key, proposalId, digest }: { key: string; proposalId: string; digest: string },
  ) {
    return decisionPayload(this.rights.proposals.approve(actor, key, idOrNone(proposalId), digest, at));
  }

  @Mutation('liftLegalHold')
  liftLegalHold(
    @Context() { actor, at }: RequestContext,
    @Args() { key, holdId, reason }: { key: string; holdId: string; reason: FreeText },
  ) {
    return decisionPayload(this.rights.holds.lift(actor, key, idOrNone(holdId), reason.reveal(), at));
  }
}
