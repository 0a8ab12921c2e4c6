// Fills a service with many cases by SQL, past the triggers, for tests of what figures cost: the same days however many cases.
import type { Client } from 'pg';
import type { Id } from '#libs/case';

/** A year of referrals, so that a period of it has whole months and days at both edges. */
export const filled = { first: '2025-03-10', days: 365 } as const;
/** Facilitators, however many cases. */
const FACILITATORS = 40;

// Chance is made from the number of the case, so that every fill is the same.
const chance = (salt: string): string => `abs(hashtext('${salt}' || g))`;
const later = (n: number): string => `${chance(`step ${n}`)} % 2000000000 * interval '1 ms'`;
const at = (upTo: number): string => ['opened', ...Array.from({ length: upTo }, (_, n) => later(n + 1))].join(' + ');

// Each case comes `far` steps; every seventh closes where it is. One person in ten has come before.
const planned = `
select g, md5('case ' || g)::uuid as id, md5('process ' || g)::uuid as process, opened, ${chance('far')} % 9 as far, ${chance('lost')} % 7 = 0 as lost, ${chance('kind')} % 3 = 0 as letter,
  md5('harmed participant ' || g)::uuid as harmed, md5('responsible participant ' || g)::uuid as responsible,
  md5('harmed ' || case when g > 10 and ${chance('again')} % 10 = 0 then ${chance('who')} % (g - 1) + 1 else g end)::uuid as harmed_person,
  md5('responsible ' || case when g > 10 and ${chance('twice')} % 10 = 0 then ${chance('whom')} % (g - 1) + 1 else g end)::uuid as responsible_person
from generate_series(1, $2::int) g
cross join lateral (select date_trunc('milliseconds', timestamptz '${filled.first} 12:00Z' + (g - 1)::float8 / $2::int * interval '${filled.days} days') as opened) o
where $1::uuid is not null`;

const entries: readonly [type: string, event: string, when: string, steps: number][] = [
  ['case.opened', `'{}'`, 'true', 0],
  ['contact.attempted', `json_build_object('outcome', 'reached', 'participantId', harmed)`, 'far >= 1', 1],
  ['suitability.decided', `'{"suitable": true}'`, 'far >= 2', 2],
  [
    'process.typeChosen',
    `json_build_object('processId', process, 'processType', case when letter then 'letter' else 'faceToFace' end)`,
    'far >= 3',
    3,
  ],
  ['preparation.begun', `'{}'`, 'far >= 3', 3],
  ['checkpoint.passed', `'{"checkpoint": "referral"}'`, 'far >= 4', 4],
  ['preparation.completed', `'{}'`, 'far >= 4', 4],
  ['communication.passed', `json_build_object('processId', process, 'how', 'handedOver')`, 'far >= 5 and letter', 5],
  ['conference.ended', `json_build_object('processId', process, 'how', 'asPlanned')`, 'far >= 5 and not letter', 5],
  [
    'case.closed',
    `json_build_object('reason', case when far >= 6 then 'delivered' when letter then 'noReply' else 'withdrawn' end)`,
    'far >= 6 or lost',
    6,
  ],
];

/** Fills a service that has no case yet with so many, counts its figures, and lets PostgreSQL see what is there. As the owner. */
export async function fillCases(client: Client, serviceId: Id, cases: number): Promise<void> {
  await client.query(`begin; set local session_replication_role = replica; set local work_mem = '128MB'`);
  const run = (sql: string) => client.query(`with c as (${planned}) ${sql}`, [serviceId, cases]);
  await run(
    `insert into staff (id, service_id, subject, roles, level) select md5('facilitator ' || g)::uuid, $1, 'facilitator ' || g, '{facilitator}', 'Advanced' from c where g <= ${FACILITATORS}`,
  );
  await run(`insert into case_file (id, service_id, reference, revision, machine_version, state, facts, last_hash, stage, step, stage_since, lead_id, staff_ids,
      waiting_on, waiting_rule, waiting_since, points, opened_at, updated_at, closed_at, closed_because)
    select id, $1, 'FILL-' || g, 1, 1, '{}', '{}', '\\x00', case when closed then 'closed' else (array['suitability', 'consent', 'preparation', 'conference', 'followUp'])[1 + far % 5] end, null, opened,
      lead, array_remove(array[lead], null), case when closed then null else (array['coordinator', 'facilitator', 'manager', 'safeguardingLead'])[1 + ${chance('on')} % 4] end,
      case when closed then null else (array['firstContact', 'consent', 'checkpoint', 'suitability'])[1 + ${chance('rule')} % 4] end,
      case when closed then 'infinity' else ${at(1)} end, 2, opened, opened, case when closed then ${at(6)} end, case when closed then 'delivered' end
    from c cross join lateral (select far >= 6 or lost as closed, case when ${chance('led')} % 10 > 0 then md5('facilitator ' || 1 + ${chance('lead')} % ${FACILITATORS})::uuid end as lead) x`);
  await run(`insert into participant (case_id, id, service_id, person_id, told_id, role)
    select id, harmed, $1::uuid, harmed_person, harmed_person, 'harmed' from c
    union all select id, responsible, $1, responsible_person, responsible_person, 'responsible' from c`);
  await run(`insert into journal (case_id, seq, service_id, at, by, type, event, prev_hash, hash)
    select c.id, j.seq, $1, j.at, 'clock', j.type, j.event, '\\x00', '\\x00' from c cross join lateral (
      ${entries.map(([type, event, when, steps], n) => `select ${n + 1} as seq, '${type}' as type, (${event})::jsonb as event, ${at(steps)} as at where ${when}`).join('\n      union all ')}) j`);
  await client.query('commit');
  await client.query('vacuum analyze');
  await client.query('select figures_rebuild($1)', [serviceId]);
  await client.query('vacuum analyze');
}
