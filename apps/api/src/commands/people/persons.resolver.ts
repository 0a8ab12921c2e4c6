// What staff decide about persons: merged, taken apart again, told apart, corrected, erased.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { idOrNone } from '#libs/case';
import { londonDate } from '#libs/time';
import type { PersonRegister } from '../../ports/person-register.js';
import { PERSON_REGISTER } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import { personValues } from './person-values.js';

interface Undoing {
  readonly key: string;
  readonly mergeId: string;
  readonly reason: FreeText;
}
interface Dismissal {
  readonly key: string;
  readonly suggestionId: string;
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

/** An id that is no UUID names no person, as an unknown one does. */
@Resolver()
export class PersonsResolver {
  constructor(@Inject(PERSON_REGISTER) private readonly register: PersonRegister) {}

  @Mutation('mergePersons')
  mergePersons(@Context() { actor, at }: RequestContext, @Args() { key, merge }: Merge) {
    const asked = { keptId: idOrNone(merge.keptId), goneId: idOrNone(merge.goneId), reason: merge.reason.reveal() };
    return decisionPayload(this.register.merge(actor, key, asked, at));
  }

  @Mutation('undoMerge')
  undoMerge(@Context() { actor, at }: RequestContext, @Args() { key, mergeId, reason }: Undoing) {
    const asked = { mergeId: idOrNone(mergeId), reason: reason.reveal() };
    return decisionPayload(this.register.undoMerge(actor, key, asked, at));
  }

  @Mutation('dismissSuggestion')
  dismissSuggestion(@Context() { actor, at }: RequestContext, @Args() { key, suggestionId, reason }: Dismissal) {
    const asked = { suggestionId: idOrNone(suggestionId), reason: reason.reveal() };
    return decisionPayload(this.register.dismiss(actor, key, asked, at));
  }

  @Mutation('changePerson')
  changePerson(@Context() { actor, at }: RequestContext, @Args() { key, change }: Change) {
    const { personId, reason, ...details } = change;
    const asked = {
      personId: idOrNone(personId),
      values: personValues(details, londonDate(at)),
      reason: reason?.reveal() ?? null,
    };
    return decisionPayload(this.register.change(actor, key, asked, at));
  }

  @Mutation('erasePerson')
  erasePerson(@Context() { actor, at }: RequestContext, @Args() { key, personId, reason }: Erasure) {
    const asked = { personId: idOrNone(personId), reason: reason.reveal() };
    return decisionPayload(this.register.erase(actor, key, asked, at));
  }
}
