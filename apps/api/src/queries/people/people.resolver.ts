// Persons: the search for them, and what staff decide about them.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ColleagueResolver } from '../case/names.resolver.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import type { PersonRegister } from '../../ports/person-register.js';
import type { Reading } from '../../ports/reading.js';
import { PERSON_REGISTER, READING } from '../../ports/tokens.js';
import type { FreeText } from '../../commands/free-text.js';
import { foundPage, personPayload, valuesAsked, type SearchArgs } from './views.js';

interface Decision {
  readonly key: string;
  readonly id: string;
  readonly reason: FreeText;
}
interface Merge {
  readonly key: string;
  readonly merge: { readonly keptId: string; readonly goneId: string; readonly reason: FreeText };
}
interface Change {
  readonly key: string;
  readonly change: { readonly personId: string; readonly reason?: FreeText | null };
}
interface Erasure {
  readonly key: string;
  readonly personId: string;
  readonly reason: FreeText;
}

// What is no id names nobody, as an unknown one does.
const NOBODY = '00000000-0000-0000-0000-000000000000';
const idOf = (text: string): string => (isUuid(text) ? text.toLowerCase() : NOBODY);

@Resolver()
export class PersonRegisterResolver {
  constructor(
    @Inject(PERSON_REGISTER) private readonly register: PersonRegister,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Query('people')
  people(@Context() context: RequestContext, @Args() args: SearchArgs) {
    return foundPage(this.register, this.reading, context, args);
  }

  @Mutation('mergePersons')
  mergePersons(@Context() { actor, at }: RequestContext, @Args() { key, merge }: Merge) {
    const asked = { keptId: idOf(merge.keptId), goneId: idOf(merge.goneId), reason: merge.reason.reveal() };
    return personPayload(this.register.merge(actor, key, asked, at));
  }

  @Mutation('undoMerge')
  undoMerge(@Context() { actor, at }: RequestContext, @Args() { key, id, reason }: Decision) {
    return personPayload(this.register.undoMerge(actor, key, { mergeId: idOf(id), reason: reason.reveal() }, at));
  }

  @Mutation('dismissSuggestion')
  dismissSuggestion(@Context() { actor, at }: RequestContext, @Args() { key, id, reason }: Decision) {
    return personPayload(this.register.dismiss(actor, key, { suggestionId: idOf(id), reason: reason.reveal() }, at));
  }

  @Mutation('changePerson')
  changePerson(@Context() { actor, at }: RequestContext, @Args() { key, change }: Change) {
    const { personId, reason, ...details } = change;
    const values = valuesAsked(details);
    const asked = { personId: idOf(personId), values, reason: reason?.reveal() ?? null };
    return personPayload(this.register.change(actor, key, asked, at));
  }

  @Mutation('erasePerson')
  erasePerson(@Context() { actor, at }: RequestContext, @Args() { key, personId, reason }: Erasure) {
    const asked = { personId: idOf(personId), reason: reason.reveal() };
    return personPayload(this.register.erase(actor, key, asked, at));
  }
}

@Resolver('FoundPerson')
export class FoundPersonResolver extends ColleagueResolver {}
