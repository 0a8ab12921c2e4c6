// What is done beside a case and is no event of it: somebody opens it in an emergency, somebody reads it. Who looked is for two roles alone (R68).
import type { Actor, Id } from '#libs/case';
import type { Pair } from './build-pair.js';
import type { Reply } from '../harness/api/test-api.js';
import type { Reader } from './readers.js';
import { elsewhere, inEmergencies, staff, type StaffActor } from './service-staff.js';

type Ask = (actor: Actor, query: string, variables: object) => Promise<Reply>;
/** Something done by somebody. Throws when it was not done: a pair without it would prove nothing. */
export type Act = (ask: Ask, tried?: Set<string>) => Promise<void>;

const opening = `mutation ($id: String!) { openInEmergency(caseIdOrReference: $id, reason: "A life is at risk") { id } }`;
const ending = `mutation ($id: ID!) { endEmergency(emergencyId: $id) }`;
const reading = `query ($id: ID!) { case(id: $id) { id participants { name } concerns { id } journal { edges { node { type } } } } }`;

const data = (reply: Reply, field: string): unknown => {
  const found = reply.body.data?.[field];
  if (!found) throw new Error(`${field} was not done: ${reply.text}`);
  return found;
};
const opens = async (ask: Ask, actor: Actor, id: Id): Promise<string> =>
  (data(await ask(actor, opening, { id }), 'openInEmergency') as { id: string }).id;

let opened = 0;
const somebody = (serviceId: Id): Actor => {
  const all = elsewhere.find((one) => one.serviceId === serviceId)?.inEmergencies ?? inEmergencies;
  return all[(opened += 1) % all.length] as StaffActor;
};

/** Done in one service alone, where the reader may not know who looked: of their own case, or of the one that is kept from them. */
export function actsInOne({ without, own, reader }: Pair): Act[] {
  const mayKnow: readonly Reader[] = ['manager', 'safeguardingLead'];
  const { caseId, serviceId } = (own && !mayKnow.includes(reader) ? own.without : without).stored.facts;
  const { manager } = elsewhere.find((one) => one.serviceId === serviceId) ?? staff;
  return [
    async (ask, tried) => {
      const actor = somebody(serviceId);
      await opens(ask, actor, caseId);
      tried?.add('openInEmergency');
      data(await ask(actor, reading, { id: caseId }), 'case');
      data(await ask(manager, reading, { id: caseId }), 'case');
    },
  ];
}

/** Done in both: somebody who opened the case in an emergency reads it no more when that has ended. */
export const actsInBoth = ({ without, actor, reader }: Pair): Act[] =>
  reader === 'afterEmergency'
    ? [
        async (ask) => {
          const id = await opens(ask, actor, without.stored.facts.caseId);
          data(await ask(actor, ending, { id }), 'endEmergency');
        },
      ]
    : [];
