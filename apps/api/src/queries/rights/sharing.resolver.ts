// Organisations, sharing agreements, and the register of disclosures.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { londonDate } from '#libs/time';
import { inForceOn, type Disclosure, type GroundWithoutConsent } from '#libs/rights';
import { colleague } from '../case/views/by-name.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import { texts } from '../loaders/texts.js';
import type { Reading } from '../../ports/reading.js';
import type { Rights } from '../../ports/rights.js';
import { READING, RIGHTS } from '../../ports/tokens.js';
import type { FreeText } from '../../commands/free-text.js';
import { sound } from '../../commands/validate-input.js';
import { rightsPayload } from '../../commands/rights/payload.js';

interface Keyed {
  readonly key: string;
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
  async disclosures(@Context() { actor }: RequestContext, @Args() asked: { personId?: string; caseId?: string }) {
    const { personId, caseId } = asked;
    if ((personId && !isUuid(personId)) || (caseId && !isUuid(caseId))) return [];
    const filter = { ...(personId && { personId }), ...(caseId && { caseId }) };
    const found = await this.rights.sharing.disclosures(actor, filter);
    return found.map(({ by, ...disclosure }) => ({ ...disclosure, by: colleague(by) }));
  }

  @Mutation('recordOrganisation')
  recordOrganisation(@Context() { actor, at }: RequestContext, @Args() args: Keyed & { organisation: object }) {
    const organisation = sound('NewOrganisation', args.organisation) as never;
    return rightsPayload(this.rights.sharing.recordOrganisation(actor, args.key, organisation, at));
  }

  @Mutation('recordSharingAgreement')
  recordSharingAgreement(@Context() { actor, at }: RequestContext, @Args() args: Keyed & { agreement: object }) {
    const agreement = sound('NewSharingAgreement', args.agreement) as never;
    return rightsPayload(this.rights.sharing.recordAgreement(actor, args.key, agreement, at));
  }

  @Mutation('endSharingAgreement')
  endSharingAgreement(
    @Context() { actor, at }: RequestContext,
    @Args() { key, agreementId, on }: Keyed & { agreementId: string; on: string },
  ) {
    const id = isUuid(agreementId) ? agreementId : NOTHING;
    return rightsPayload(this.rights.sharing.endAgreement(actor, key, id, on, at));
  }

  @Mutation('recordDisclosure')
  recordDisclosure(@Context() { actor, at }: RequestContext, @Args() args: Keyed & { disclosure: NewDisclosure }) {
    const { what, ground, ...rest } = args.disclosure;
    if (ground === 'consent') return { __typename: 'RightsRefused', problems: [THROUGH_THE_CASE] };
    const disclosure = {
      ...(sound('NewDisclosure', rest) as Omit<NewDisclosure, 'what'>),
      what: what.reveal(),
      ground,
    };
    return rightsPayload(this.rights.sharing.recordDisclosure(actor, args.key, disclosure, at));
  }
}
interface NewDisclosure {
  readonly caseId: string;
  readonly personId: string;
  readonly organisation: string;
  readonly ground: 'consent' | GroundWithoutConsent;
  readonly what: FreeText;
  readonly told: boolean;
  readonly on: string;
}
const NOTHING = '00000000-0000-0000-0000-000000000000';
const THROUGH_THE_CASE = 'What a person consented to is shared through their case, where the consent is checked.';

/** The words of a share stand with its case, for those who may read them there. */
@Resolver('Disclosure')
export class DisclosureResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @ResolveField('what')
  what(@Context() context: RequestContext, @Parent() { caseId, textId, what }: Disclosure) {
    return textId === null ? what : texts(context, this.reading, caseId).load(textId);
  }
}
