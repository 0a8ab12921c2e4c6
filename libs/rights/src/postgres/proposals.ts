// Proposals of what retention removes, on PostgreSQL.
import type { ProposalRegister, RetentionProposal } from '../retention/proposals.js';

const latestSql = `select p.id, p.items, p.digest, p.proposed_at as "proposedAt", p.proposed_by as "proposedBy", p.approved_at as "approvedAt",
  p.approved_by as "approvedBy", (select r.seq from retention_run r where r.proposal_id = p.id) as run
  from retention_proposal p where p.service_id = $1 order by p.number desc limit 1`;

export const proposalRegister: ProposalRegister = {
  latest: async (rows, serviceId) => (await rows.query<RetentionProposal>(latestSql, [serviceId])).rows[0] ?? null,
  add: async (rows, serviceId, { items, digest, proposedAt, proposedBy }) => {
    const added = await rows.query<{ id: string }>(
      'insert into retention_proposal (service_id, items, digest, proposed_at, proposed_by) values ($1, $2, $3, $4, $5) returning id',
      [serviceId, JSON.stringify(items), digest, proposedAt, proposedBy],
    );
    return added.rows[0]?.id as string;
  },
  approve: async (rows, serviceId, id, by, at) => {
    await rows.query(
      'update retention_proposal set approved_at = $4, approved_by = $3 where id = $2 and service_id = $1 and approved_by is null',
      [serviceId, id, by, at],
    );
  },
};
