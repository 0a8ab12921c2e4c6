// A service whose cases came as far as they come, its people, and the API over it: what is asked here is asked at two sizes.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { letSignIn } from '#libs/permissions';
import { openTestApi as openApi, type TestApi as Api, type Reply } from '../harness/api/test-api.js';
import { composeServices, type Services } from '../../apps/server/src/compose-services.js';
import { tellEverything } from '../scenario/measured-cases.js';
import { openMeasuredService, type MeasuredService } from '../scenario/measured-service.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { hearPlans, type Plans } from './plans.js';

/** Who asks: one of each scope and each right. */
export const askers = ['manager', 'safeguardingLead', 'lead', 'harmed'] as const;
export type Asker = (typeof askers)[number];

export interface GrowingService {
  readonly measured: MeasuredService;
  readonly plans: Plans;
  readonly caseId: Id;
  /** Values for places of a document, by the last name of the place. */
  readonly known: Readonly<Record<string, readonly unknown[]>>;
  ask(who: Asker, query: string, variables?: object): Promise<Reply>;
  sql<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

// What is asked here is the whole schema many times over; how much one may ask for has tests of its own.
const limits = {
  tokens: 200_000,
  depth: 30,
  cost: 1e12,
  aliases: 1e6,
  duplicates: 1e6,
  bodyBytes: 5e6,
  requestsPerMinute: 1e9,
  strangersPerMinute: 1e9,
};
const DAY = 86_400_000;

export async function openGrowingService(): Promise<GrowingService> {
  const measured = await openMeasuredService(
    `${new Date(Date.now() - 700 * DAY).toISOString().slice(0, 10)}T09:00:00.000Z`,
  );
  const { service, staff } = measured;
  const { serviceId, pools } = service;
  const sql: GrowingService['sql'] = async <R extends object>(text: string, values: unknown[] = []) =>
    (await pools.plain.query<R>(text, values)).rows;
  const cases = await tellEverything(measured);
  const plans = await hearPlans(service.url);
  const services: Services = composeServices(service.url, testMasterKeys);
  const api: Api = await openApi({ ...services, limits, log: { level: 'silent' } });

  const caseId = cases[3] as Id;
  const [harmed] = await sql<{ id: Id; person_id: Id }>(
    `select id, person_id from participant where case_id = $1 and role = 'harmed'`,
    [caseId],
  );
  if (!harmed) throw new Error('Nobody is harmed in the case that is asked about');
  await letSignIn(pools.plain, serviceId, harmed.person_id, harmed.person_id);
  const [area] = await sql<{ id: Id }>(
    `with a as (insert into area (name) values ('Northfold') returning id), c as (insert into commissioner (name, kind) values ('A commissioner', 'pcc') returning id)
    insert into commission (service_id, area_id, commissioner_id, starts_on) select $1, a.id, c.id, '2020-01-01' from a, c returning area_id as id`,
    [serviceId],
  );
  await furnish(sql, serviceId, cases[0] as Id, (staff.manager as { id: Id }).id, area?.id ?? '');
  const [reference] = await sql<{ reference: string }>('select reference from case_file where id = $1', [caseId]);

  const actors: Record<Asker, Actor> = {
    manager: staff.manager,
    safeguardingLead: staff.safeguardingLead,
    lead: staff.lead,
    harmed: { kind: 'participant', id: harmed.person_id, serviceId },
  };
  const tokens = new Map<Asker, Promise<string>>();
  const nothing = randomUUID();
  return {
    measured,
    plans,
    caseId,
    known: {
      id: [caseId],
      caseId: [caseId],
      case: [caseId],
      personId: [harmed.person_id],
      participantId: [harmed.id],
      staffId: [(staff.lead as { id: Id }).id],
      leadId: [(staff.lead as { id: Id }).id, nothing],
      areaId: [area?.id, nothing],
      reference: [reference?.reference, reference?.reference.slice(0, 3), 'A'],
      search: ['Harriet', 'Nobody Ofthatname'],
      requestId: [nothing],
      nothing: [nothing],
    },
    ask: async (who, query, variables) => {
      const { id } = actors[who] as { id: Id };
      const token = tokens.get(who) ?? api.issuer.sign({ subject: id, serviceId }, { scope: 'explore' });
      tokens.set(who, token);
      return api.ask(query, await token, variables);
    },
    sql,
    close: async () => {
      plans.stop();
      await api.close();
      await services.stop();
      await service.close();
    },
  };
}

/** Rows of every register about one case, so that the copies have them too. What is sealed in them nobody can read: its keys were destroyed. */
async function furnish(sql: GrowingService['sql'], serviceId: Id, caseId: Id, staffId: Id, areaId: Id): Promise<void> {
  const about = `select c.service_id, c.id as case_id, p.person_id, $2::uuid as by from case_file c join participant p on p.case_id = c.id and p.role = 'harmed' where c.id = $1`;
  const insert = (rows: string) => sql(`with about as (${about}) ${rows}`, [caseId, staffId]);
  await insert(
    `update sealing_key k set wrapped = null, destroyed_at = now() from about a where k.owner_id in (a.case_id, a.person_id)`,
  );
  await insert(
    `insert into legal_hold (id, service_id, case_id, owner_id, reason, placed_at, placed_by) select gen_random_uuid(), service_id, case_id, case_id, '\\x00', now(), by from about`,
  );
  await insert(
    `insert into subject_request (service_id, person_id, received_on, due_on, recorded_at, recorded_by) select service_id, person_id, current_date, current_date + 30, now(), by from about`,
  );
  await insert(`insert into disclosure (id, service_id, case_id, person_id, organisation, ground, what, told, disclosed_on, at, by)
    select gen_random_uuid(), service_id, case_id, person_id, 'Police', 'courtOrder', '\\x00', true, current_date, now(), by from about`);
  await insert(`insert into emergency_access (service_id, case_id, staff_id, reason, opened_at, until, acknowledged_at, acknowledged_by)
    select a.service_id, case_id, s.id, '\\x00', now() - interval '1 day', now() - interval '23 hours', case when n > 1 then now() end, case when n > 1 then by end
    from about a, generate_series(1, 3) n, (select id from staff where roles = '{facilitator}' order by id limit 1) s`);
  await sql(`update case_file set area_id = $1 where id in (select id from case_file order by id limit 3)`, [areaId]);
  await sql(`update case_file set flags = flags || '{hate,death}'::text[], sensitive = true where id = $1`, [caseId]);
  await sql(
    `insert into person_suggestion (service_id, person_id, known_id, score, reasons)
    select $1, least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), 50 + get_byte(uuid_send(a.person_id), 0) % 50, '{name}' from participant a
    join participant b on b.role = a.role and b.case_id > a.case_id where b.case_id = (select max(id::text)::uuid from case_file) on conflict do nothing`,
    [serviceId],
  );
}
