// Drafts of whoever asks: read, kept, and removed.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DraftFields, DraftPlace } from '#libs/drafts';
import type { Drafts } from '../../ports/drafts.js';
import { DRAFTS } from '../../ports/tokens.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import type { RequestContext } from '../../server/graphql/request-context.js';

interface Typed {
  readonly name: string;
  readonly words: readonly FreeText[];
}

@Resolver()
export class DraftsResolver {
  constructor(@Inject(DRAFTS) private readonly kept: Drafts) {}

  @Query('drafts')
  drafts(@Context() { actor }: RequestContext) {
    return this.kept.list(actor);
  }

  @Query('draft')
  async draft(@Args('place') place: Partial<DraftPlace>, @Context() { actor }: RequestContext) {
    const found = await this.kept.of(actor, placeOf(place));
    return found && { ...found, fields: Object.entries(found.fields).map(([name, words]) => ({ name, words })) };
  }

  @Mutation('keepDraft')
  keepDraft(
    @Args() { place, fields }: { place: Partial<DraftPlace>; fields: readonly Typed[] },
    @Context() { actor }: RequestContext,
  ) {
    const typed: DraftFields = Object.fromEntries(
      fields.map(({ name, words }) => [name, words.map((one) => one.reveal())]),
    );
    return this.kept.keep(actor, placeOf(place), typed);
  }

  @Mutation('forgetDraft')
  forgetDraft(@Args('place') place: Partial<DraftPlace>, @Context() { actor }: RequestContext) {
    return this.kept.forget(actor, placeOf(place));
  }
}

/** What was left out is null. */
const placeOf = ({ caseId = '', form = '', processId = null, about = null }: Partial<DraftPlace>): DraftPlace => ({
  caseId,
  form,
  processId,
  about,
});
