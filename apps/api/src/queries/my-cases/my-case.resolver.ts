// What a participant sees: their own part, and nothing about another person.
import { Inject } from '@nestjs/common';
import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { names } from '../loaders/names.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';
import { readMyCases } from './read-my-cases.js';

@Resolver('MyCase')
export class MyCaseResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Query('myCases')
  myCases(@Context() context: RequestContext) {
    return readMyCases(this.reading, context);
  }

  @ResolveField('appropriateAdult')
  appropriateAdult(@Context() context: RequestContext, @Parent() { adultPersonId }: { adultPersonId: string | null }) {
    return adultPersonId === null ? null : names(context, this.reading).load(adultPersonId);
  }

  @ResolveField('contact')
  async contact(@Context() context: RequestContext, @Parent() { contactId }: { contactId: string | null }) {
    return contactId === null ? null : { id: contactId, name: await names(context, this.reading).load(contactId) };
  }
}
