// A case is opened by hand: like a referral that somebody brought to the door.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../server/graphql/request-context.js';
import { apiError } from '../server/graphql/errors.js';
import type { Casework, NewOffence } from '../ports/casework.js';
import type { Register } from '../ports/register.js';
import { CASEWORK, REGISTER } from '../ports/tokens.js';
import { idFrom } from './derived-ids.js';
import { inTheClientsWords } from './command-errors.js';
import { sound } from './validate-input.js';
import { payload } from './tell.js';

interface Asked {
  readonly command: { readonly key: string; readonly areaId?: string | null };
  readonly event: object;
}
type Committed = Pick<NewOffence, 'kind'> & Partial<Pick<NewOffence, 'reference' | 'recordedOn'>>;

@Resolver()
export class OpeningResolver {
  constructor(
    @Inject(CASEWORK) private readonly casework: Casework,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /** Who may is for the case to say (libs/case permissions): the event is judged like any other. */
  @Mutation('openCase')
  async openCase(@Args() { command, event }: Asked, @Context() { actor, at }: RequestContext) {
    const { key, areaId = null } = sound('Opening', command) as { key: string; areaId?: string };
    const { offences: committed, ...rest } = sound('CaseOpened', event) as { offences: Committed[] };
    const offences = await this.offencesOf(actor.serviceId, committed, `${actor.id} ${key}`);
    const opening = { ...rest, offences: offences.map(({ id, kind }) => ({ offenceId: id, kind })) };
    if (areaId !== null && !(await this.register.serves(actor.serviceId, areaId, at.slice(0, 10))))
      throw apiError('BAD_USER_INPUT', 'The service does not serve this area.');
    const isNew = offences.filter((offence) => offence.isNew);
    const answer = await this.casework
      .openCase(actor, { key, opening, areaId, offences: isNew.map(({ isNew: _, ...offence }) => offence) })
      .catch(inTheClientsWords);
    return payload(actor, answer, { event: { type: 'case.opened' }, made: null });
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
