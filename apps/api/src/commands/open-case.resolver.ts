// A case is opened by hand: like a referral that was made in person.
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { NewOffence, Opening } from '#libs/casework';
import type { RequestContext } from '../server/graphql/request-context.js';
import { apiError } from '../server/graphql/errors.js';
import type { CaseCommands } from '../ports/casework.js';
import type { Register } from '../ports/register.js';
import { CASEWORK, REGISTER } from '../ports/tokens.js';
import { idFrom } from './derived-ids.js';
import { inTheClientsWords } from './command-errors.js';
import { validateInput } from './validate-input.js';
import { payload } from './tell.js';

interface Asked {
  readonly command: { readonly key: string; readonly areaId?: string | null };
  readonly event: object;
}
type Committed = Pick<Opening['opening']['offences'][number], 'kind'> &
  Partial<Pick<NewOffence, 'reference' | 'recordedOn'>>;
/** The input CaseOpened: the event, with offences as they were committed. */
type CaseOpened = Omit<Opening['opening'], 'offences'> & { offences: Committed[] };

@Resolver()
export class OpeningResolver {
  constructor(
    @Inject(CASEWORK) private readonly casework: CaseCommands,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /** Who may is for the case to say (libs/case permissions): the event is judged like any other. */
  @Mutation('openCase')
  async openCase(
    @Args() { command, event }: Asked,
    @Context() { actor, at }: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const { key, areaId = null } = validateInput<{ key: string; areaId?: string }>(schema, 'Opening', command);
    const { offences: committed, ...rest } = validateInput<CaseOpened>(schema, 'CaseOpened', event);
    const offences = await this.offencesOf(actor.serviceId, committed, `${actor.id} ${key}`);
    const opening = { ...rest, offences: offences.map(({ id, kind }) => ({ offenceId: id, kind })) };
    if (areaId !== null && !(await this.register.serves(actor.serviceId, areaId, at.slice(0, 10))))
      throw apiError('BAD_USER_INPUT', 'The service does not serve this area.');
    const isNew = offences.filter((offence) => offence.isNew);
    const answer = await this.casework
      .openCase(actor, { key, opening, areaId, offences: isNew.map(({ isNew: _, ...offence }) => offence) })
      .catch(inTheClientsWords);
    return payload(actor, answer, [{ event: { type: 'case.opened' }, made: null }]);
  }

  /** An offence known by its reference keeps its id (R10); a new one gets an id that follows from the command. */
  private async offencesOf(serviceId: string, committed: readonly Committed[], seed: string) {
    const references = committed.flatMap(({ reference }) => reference ?? []);
    const known =
      references.length > 0
        ? await this.register.offencesByReference(serviceId, references)
        : new Map<string, string>();
    return committed.map(({ kind, reference = null, recordedOn = null }, at) => {
      const before = reference === null ? undefined : known.get(reference);
      return {
        id: before ?? idFrom(`${seed} offence ${at}`),
        isNew: before === undefined,
        kind,
        reference,
        recordedOn,
        words: null,
      };
    });
  }
}
