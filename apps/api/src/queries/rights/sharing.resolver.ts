// Organisations, sharing agreements, and the register of disclosures.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '#libs/case';
import { noRows } from '#libs/database';
import { inForceOn, type Disclosure } from '#libs/rights';
import { londonDate } from '#libs/time';
import { colleague } from '../case/views/by-name.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { texts } from '../loaders/texts.js';
import type { Reading } from '../../ports/reading.js';
import type { Rights } from '../../ports/rights.js';
import { READING, RIGHTS } from '../../ports/tokens.js';

interface DisclosureArgs extends PageArgs {
  readonly personId?: string | null;
  readonly caseId?: string | null;
}

@Resolver()
export class SharingResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Query('organisations')
  async organisations(@Context() { actor, at }: RequestContext) {
    const today = londonDate(at);
    const found = await this.rights.sharing.organisations(actor);
    return found.map((organisation) => ({
      ...organisation,
      inForce: inForceOn(organisation.agreements, today) !== null,
      agreements: organisation.agreements.map((a) => ({ ...a, recordedBy: colleague(a.recordedBy) })),
    }));
  }

  @Query('disclosures')
  disclosures(@Context() { actor }: RequestContext, @Args() { personId, caseId, ...page }: DisclosureArgs) {
    const real = (!personId || isUuid(personId)) && (!caseId || isUuid(caseId));
    const filter = { ...(personId && { personId }), ...(caseId && { caseId }) };
    const asked = pageAsked(page);
    const found = real ? this.rights.sharing.disclosures(actor, filter, asked) : Promise.resolve(noRows);
    return connection(found, ({ by, ...disclosure }) => ({ ...disclosure, by: colleague(by) }));
  }
}

/** The words of a share stand with its case, for those who may read them there. */
@Resolver('Disclosure')
export class DisclosureResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('what')
  what(@Context() context: RequestContext, @Parent() { caseId, textId, what }: Disclosure) {
    return textId === null ? what : texts(context, this.reading, caseId).load(textId);
  }
}
