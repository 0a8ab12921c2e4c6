// What retention removes, as two managers sign it: Mona proposes, Ivo approves, who is a manager as well where this is used.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/case';
import { doneCommands } from '#libs/commands';
import { proposalRegister, Proposals, type Retention } from '#libs/rights';
import type { openServices } from '../../libs/services/src/open-services.js';
import type { RunningService } from '../harness/api/running-service.js';

type Answer = { id?: string; problems?: string[] };
interface Proposal {
  id: string;
  digest: string;
  counts: { class: string; count: number }[];
  approvedBy: { name: string } | null;
  run: number | null;
}
const ANSWER = '{ ... on DecisionRecorded { id } ... on DecisionRefused { problems } }';

export function signing(service: RunningService, inside: ReturnType<typeof openServices>, retention: Retention) {
  const says = async (who: string, query: string, variables: object): Promise<Answer> =>
    (await service.ask<{ said: Answer }>(who, query, { key: randomUUID(), ...variables })).said;
  return {
    /** The latest proposal, as a manager reads it. */
    proposed: async (): Promise<Proposal | null> =>
      (
        await service.ask<{ retentionProposal: Proposal | null }>(
          'mona',
          '{ retentionProposal { id digest counts { class count } approvedBy { name } run } }',
        )
      ).retentionProposal,
    propose: (who: string) => says(who, `mutation ($key: String!) { said: proposeRetention(key: $key) ${ANSWER} }`, {}),
    approve: (who: string, id = '', digest = '') =>
      says(
        who,
        `mutation ($key: String!, $id: ID!, $digest: String!) { said: approveRetention(key: $key, proposalId: $id, digest: $digest) ${ANSWER} }`,
        { id, digest },
      ),
    /** What is due at an instant, signed by both; by way of the library, since no token of theirs outlives the years of a period. */
    byTwo: async (at: string): Promise<void> => {
      const { mona, ivo } = service.colleagues;
      const other: Actor = { ...ivo, roles: ['manager'] };
      const { database, vault } = inside;
      const proposals = new Proposals(database, proposalRegister, doneCommands(vault), retention);
      await proposals.propose(mona, randomUUID(), at);
      const list = await proposals.latest(mona);
      if (list) await proposals.approve(other, randomUUID(), list.id, Buffer.from(list.digest).toString('hex'), at);
    },
  };
}
