// Staff declare that they are connected with a case or a person, whether or not they may see it (R42).
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { isUuid } from '#libs/case';
import type { PersonRegister } from '../../ports/person-register.js';
import { PERSON_REGISTER } from '../../ports/tokens.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';

interface Declaration {
  readonly key: string;
  readonly connection: { readonly caseIdOrReference?: string | null; readonly personId?: string | null };
}

@Resolver()
export class ConnectionsResolver {
  constructor(@Inject(PERSON_REGISTER) private readonly register: PersonRegister) {}

  /** BAD_USER_INPUT unless exactly one of the two is given. */
  @Mutation('declareConnection')
  declareConnection(@Context() { actor, at }: RequestContext, @Args() { key, connection }: Declaration) {
    const { caseIdOrReference = null, personId = null } = connection;
    if ((caseIdOrReference === null) === (personId === null))
      throw apiError('BAD_USER_INPUT', 'Give a case or a person.');
    const named = caseIdOrReference?.trim() ?? '';
    const to = {
      caseId: isUuid(named) ? named : null,
      reference: isUuid(named) || named === '' ? null : referenceOf(named),
      personId: personId !== null && isUuid(personId) ? personId : null,
    };
    return decisionPayload(this.register.declareConnection(actor, key, to, at));
  }
}

/** A reference as it is read out, with or without its dash. */
function referenceOf(said: string): string {
  const letters = said.toUpperCase().replaceAll(/[\s-]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
