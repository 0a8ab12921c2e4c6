// What staff record about sharing: organisations, agreements with them, and disclosures that law or danger required.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { idOrNone } from '#libs/case';
import type { NewAgreement, NewDisclosure, NewOrganisation } from '#libs/rights';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload, decisionRefused } from '../decision-payload.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import { validateInput } from '../validate-input.js';

interface Keyed {
  readonly key: string;
}
interface DisclosureInput extends Omit<NewDisclosure, 'what' | 'ground'> {
  readonly what: FreeText;
  readonly ground: 'consent' | NewDisclosure['ground'];
}
const THROUGH_THE_CASE = 'What a person consented to is shared through their case, where the consent is checked.';

@Resolver()
export class RecordSharingResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Mutation('recordOrganisation')
  recordOrganisation(
    @Context() { actor, at }: RequestContext,
    @Args() { key, organisation }: Keyed & { organisation: object },
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const wanted = validateInput<NewOrganisation>(schema, 'NewOrganisation', organisation);
    return decisionPayload(this.rights.sharing.recordOrganisation(actor, key, wanted, at));
  }

  @Mutation('recordSharingAgreement')
  recordSharingAgreement(
    @Context() { actor, at }: RequestContext,
    @Args() { key, agreement }: Keyed & { agreement: object },
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const wanted = validateInput<NewAgreement>(schema, 'NewSharingAgreement', agreement);
    return decisionPayload(this.rights.sharing.recordAgreement(actor, key, wanted, at));
  }

  @Mutation('endSharingAgreement')
  endSharingAgreement(
    @Context() { actor, at }: RequestContext,
    @Args() { key, agreementId, on }: Keyed & { agreementId: string; on: string },
  ) {
    return decisionPayload(this.rights.sharing.endAgreement(actor, key, idOrNone(agreementId), on, at));
  }

  @Mutation('recordDisclosure')
  recordDisclosure(
    @Context() { actor, at }: RequestContext,
    @Args() { key, disclosure }: Keyed & { disclosure: DisclosureInput },
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const { ground } = disclosure;
    if (ground === 'consent') return decisionRefused([THROUGH_THE_CASE]);
    const { what, ...wanted } = validateInput<DisclosureInput>(schema, 'NewDisclosure', disclosure);
    const sent = { ...wanted, ground, what: what.reveal() };
    return decisionPayload(this.rights.sharing.recordDisclosure(actor, key, sent, at));
  }
}
