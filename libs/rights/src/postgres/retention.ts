// What can be due for removal, its removal, and the record of runs, on PostgreSQL.
import { type StoredCase, upgrade } from '#libs/case';
import type { HeldCase } from '../retention/due.js';
import type { RetentionRegister } from '../retention/retention.js';
import type { RetentionRun } from '../retention/runs.js';
import { storedColumns } from '#libs/casework';

// Spoken with, or heard from: what a period "from last contact" runs from. For a person who joined and was never reached, it runs from joining.
const LAST_CONTACT = `coalesce((select max(j.happened_at) from journal j where j.case_id = p.case_id and j.event ->> 'participantId' = p.id::text
  and (j.type in ('consent.given', 'consent.refused', 'consent.deferred', 'consent.withdrawn', 'readiness.stated', 'preparation.held')
    or (j.type in ('contact.attempted', 'followUp.done') and j.event ->> 'outcome' = 'reached'))), c.opened_at)`;

const partsSql = `
select p.person_id as "personId", p.id as "participantId", c.id as "caseId", c.closed_at as "closedAt", ${LAST_CONTACT} as "lastContact",
  ${storedColumns}
from participant p join case_file c on c.id = p.case_id
where p.service_id = $1 and not exists (select from staff s where s.id = p.person_id)
  and exists (select from personal_value v where v.person_id in (p.person_id, p.told_id))
  and not exists (select from participant o join case_file oc on oc.id = o.case_id where o.person_id = p.person_id and oc.closed_at is null)
order by p.person_id, c.id, p.id`;

const casesSql = `
select c.id as "caseId", c.closed_at as "closedAt", (select max(at) from journal j where j.case_id = c.id) as "lastContact",
  array(select distinct p.person_id from participant p where p.case_id = c.id) as "personIds",
  array_remove(array[
    case when exists (select from text t where t.case_id = c.id and t.audience <> 'safeguarding') then 'words' end,
    case when exists (select from text t where t.case_id = c.id and t.audience = 'safeguarding') then 'safeguardingWords' end,
    case when exists (select from notice n where n.case_id = c.id) then 'messages' end], null) as holds
from case_file c where c.service_id = $1 and c.closed_at is not null order by c.id`;

type PartRow = StoredCase & {
  personId: string;
  participantId: string;
  caseId: string;
  closedAt: string | null;
  lastContact: string;
};

const runsSql = `select r.service_id as "serviceId", r.seq, r.at, r.by, r.rules, r.removed, r.held, r.prev_hash as "prevHash", r.hash,
  case when p.id is not null then jsonb_build_object('proposalId', p.id, 'proposedBy', p.proposed_by, 'approvedBy', p.approved_by) end as approval
  from retention_run r left join retention_proposal p on p.id = r.proposal_id where r.service_id = $1 order by r.seq`;

export const retentionRegister: RetentionRegister = {
  people: async (rows, serviceId) => {
    const people = new Map<string, { personId: string; parts: ReturnType<typeof partOf>[] }>();
    for (const row of (await rows.query<PartRow>(partsSql, [serviceId])).rows) {
      const known = people.get(row.personId) ?? { personId: row.personId, parts: [] };
      known.parts.push(partOf(row));
      people.set(row.personId, known);
    }
    return [...people.values()];
  },
  cases: async (rows, serviceId) => (await rows.query<HeldCase>(casesSql, [serviceId])).rows,
  removeWords: async (rows, serviceId, caseId, safeguarding) => {
    await rows.query(`delete from text where service_id = $1 and case_id = $2 and (audience = 'safeguarding') = $3`, [
      serviceId,
      caseId,
      safeguarding,
    ]);
  },
  removeMessages: async (rows, serviceId, caseId) => {
    await rows.query('delete from notice where service_id = $1 and case_id = $2', [serviceId, caseId]);
  },
  keepDecliner: async (rows, serviceId, { closedIn, ageBand, gender, ethnicity }) => {
    await rows.query(
      'insert into decliner (service_id, closed_in, age_band, gender, ethnicity) values ($1, $2, $3, $4, $5)',
      [serviceId, closedIn, ageBand, gender, ethnicity],
    );
  },
  runs: async (rows, serviceId) => {
    await rows.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`retention ${serviceId}`]);
    return (await rows.query<RetentionRun>(runsSql, [serviceId])).rows;
  },
  addRun: async (rows, { serviceId, seq, at, by, rules, removed, held, approval, prevHash, hash }) => {
    await rows.query(
      `insert into retention_run (service_id, seq, at, by, rules, removed, held, prev_hash, hash, proposal_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        serviceId,
        seq,
        at,
        by,
        JSON.stringify(rules),
        JSON.stringify(removed),
        held,
        prevHash,
        hash,
        approval?.proposalId ?? null,
      ],
    );
  },
  stillReadable: async (rows, serviceId, personIds) => {
    const found = await rows.query<{ id: string }>(
      `select w.id from unnest($2::uuid[]) as w (id)
       where exists (select from personal_value v where v.person_id = w.id and v.service_id = $1)
         or exists (select from person_token t where t.person_id = w.id and t.service_id = $1)
         or exists (select from sealing_key k where k.owner_id = w.id and k.service_id = $1 and k.wrapped is not null)`,
      [serviceId, [...personIds]],
    );
    return found.rows.map(({ id }) => id);
  },
};

const partOf = ({ participantId, caseId, closedAt, lastContact, machineVersion, state, facts }: PartRow) => ({
  caseId,
  participantId,
  closedAt,
  lastContact,
  facts: upgrade({ machineVersion, state, facts }).facts,
});
