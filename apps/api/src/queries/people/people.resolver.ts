// Persons: the search for them.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { PersonRegister } from '../../ports/person-register.js';
import type { Reading } from '../../ports/reading.js';
import { PERSON_REGISTER, READING } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { ColleagueResolver } from '../case/names.resolver.js';
import { foundPage, type SearchArgs } from './views.js';

@Resolver()
export class PeopleResolver {
  constructor(
    @Inject(PERSON_REGISTER) private readonly register: PersonRegister,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Query('people')
  people(@Context() context: RequestContext, @Args() args: SearchArgs) {
    return foundPage(this.register, this.reading, context, args);
  }
}

@Resolver('FoundPerson')
export class FoundPersonResolver extends ColleagueResolver {}
