// Promise: what is found by index tells nobody more. The functions that find ids with their owner's rights answer those alone who may see the rows, and a name that very many share hides nobody who is asked for by more than that name.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import { serviceScope, type Scope } from '#libs/database';
import { openTestService, type TestService } from '../harness/service/test-service.js';

let service: TestService;
let coordinator: Actor;
let [mine, colleague] = ['', ''] as [Id, Id];
let caseId: Id;
beforeAll(async () => {
  service = await openTestService();
  coordinator = await service.staff('coordinator');
  [mine, colleague] = [(await service.staff('facilitator')).id, (await service.staff('facilitator')).id];
  caseId = await service.aCase(coordinator);
  for (const staffId of [mine, colleague])
    await service.tell(coordinator, { caseId, event: { type: 'facilitator.asked', staffId, duty: 'lead' } });
}, 60_000);
afterAll(() => service.close());

const asked = async <T>(scope: Scope, sql: string, ...values: unknown[]): Promise<T[]> =>
  (await service.database.as(scope).query<{ found: T[] }>(`select ${sql} as found`, values)).rows[0]?.found ?? [];
const facilitator = (id: Id): Scope =>
  scopeOf({ kind: 'staff', id, serviceId: service.serviceId, roles: ['facilitator'] });

test('the cases somebody works on are given to who sees the whole service, and to themselves, and to no colleague', async () => {
  const works = 'concord_works_on($1::uuid)';
  expect(await asked(serviceScope(service.serviceId), works, colleague)).toEqual([caseId]);
  expect(await asked(facilitator(colleague), works, colleague)).toEqual([caseId]);
  expect(await asked(facilitator(mine), works, colleague)).toEqual([]);
  expect(await asked(serviceScope(randomUUID()), works, colleague)).toEqual([]);
  const [harmed] = (
    await service.pools.plain.query<{ id: Id }>('select person_id as id from participant where case_id = $1 limit 1', [
      caseId,
    ])
  ).rows;
  expect(
    await asked(scopeOf({ kind: 'participant', id: harmed?.id ?? '', serviceId: service.serviceId }), works, colleague),
  ).toEqual([]);
});

test('the record of reads is found by case and by person for who answers for the service alone', async () => {
  const { rows } = await service.pools.plain.query<{ id: Id }>(
    'select person_id as id from participant where case_id = $1',
    [caseId],
  );
  const entries = [
    {
      by: colleague,
      at: new Date().toISOString(),
      kind: 'read',
      operation: 'case',
      cases: [caseId],
      persons: [rows[0]?.id],
      inVain: [],
      request: randomUUID(),
    },
  ];
  await service.database
    .as(scopeOf({ kind: 'staff', id: colleague, serviceId: service.serviceId, roles: ['facilitator'] }))
    .query('select record_reads($1::jsonb)', [JSON.stringify(entries)]);
  for (const [sql, value] of [
    ['concord_reads_of_case($1::uuid)', caseId],
    ['concord_reads_of_persons($1::uuid[])', [rows[0]?.id]],
  ] as const) {
    expect(await asked(serviceScope(service.serviceId), sql, value)).not.toEqual([]);
    expect(await asked(facilitator(mine), sql, value)).toEqual([]);
    expect(await asked(serviceScope(randomUUID()), sql, value)).toEqual([]);
  }
});
