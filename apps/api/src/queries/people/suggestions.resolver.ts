// Pairs of records that may be one person, for coordinators, managers and safeguarding leads.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ColleagueResolver } from '../case/names.resolver.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';
import { suggestionPage, type SuggestionArgs } from './suggestion-views.js';

@Resolver()
export class PersonSuggestionsResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Query('personSuggestions')
  personSuggestions(@Context() context: RequestContext, @Args() args: SuggestionArgs) {
    return suggestionPage(this.reading, context, args);
  }
}

@Resolver('SuggestedPerson')
export class SuggestedPersonResolver extends ColleagueResolver {}
