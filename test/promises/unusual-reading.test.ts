// Unusual reading (R68): what a manager should ask about is on the list, and a day's work is not.
import { randomBytes } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { Cursors, serviceScope } from '#libs/database';
import { recordRead, type ReadKind, PgAccessLog } from '#libs/access-log';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';
import { storedColumns } from '../harness/database/stored-columns.js';

type Staff = Extract<Actor, { kind: 'staff' }>;
let service: TestService;
let looking: PgAccessLog;
let manager: Staff;
const ids: Id[] = [];
beforeAll(async () => {
  service = await openTestService();
  looking = new PgAccessLog(service.database, new Cursors(randomBytes(32)));
  manager = await service.staff('manager');
  const real = [await service.aCase(manager), await service.aCase(manager)];
  // The rest are rows alone: what is looked at here is who opened them.
  const columns = await storedColumns(service.pools.plain, 'case_file');
  const { rows } = await service.pools.plain.query<{ id: Id }>(
    `insert into case_file (${columns}) select ${columns} from (select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'reference', 'AAAA-AA' || n))).*
     from case_file c, generate_series(10, 47) n where c.id = $1) copied returning id`,
    [real[0]],
  );
  ids.push(...rows.map((row) => row.id), ...real);
}, 120_000);
afterAll(() => service.close());

/** The day that everything is judged by: a Wednesday in winter, when London has the same hours as UTC. */
const day = (n: number, time = '10:00') => `2030-01-${String(n).padStart(2, '0')}T${time}:00.000Z`;
const days = { from: '2030-01-16', to: '2030-01-16' };
const opens = async (who: Actor, at: string, cases: readonly Id[], kind: ReadKind = 'read') =>
  recordRead(
    service.database.as(serviceScope(service.serviceId)),
    cases.map((id) => ({ by: who.id, at, kind, operation: 'case', cases: [id] })),
  );
const unusual = async (who: Staff, span = days) =>
  (await looking.unusual(manager, span)).filter(({ staffId }) => staffId === who.id).map(({ reason }) => reason);

test('a manager who goes through the caseload, list after list and case after case as on every day, is not on it', async () => {
  const busy = await service.staff('manager');
  for (let n = 1; n <= 16; n += 1) {
    await opens(busy, day(n), ids, 'list');
    await opens(busy, day(n, '11:00'), ids.slice(n, n + 16));
  }
  expect(await unusual(busy)).toEqual([]);
});

test("many cases in one day are many against one's own habit, and few are not", async () => {
  const [curious, newcomer] = [await service.staff('coordinator'), await service.staff('coordinator')];
  for (let n = 1; n <= 15; n += 1) await opens(curious, day(n), ids.slice(0, 3));
  await opens(curious, day(16), ids.slice(0, 14));
  expect(await unusual(curious)).not.toContain('manyCases');
  await opens(curious, day(16), ids.slice(14, 16));
  expect(await unusual(curious)).toContain('manyCases');
  await opens(newcomer, day(16), ids.slice(0, 15));
  expect(await unusual(newcomer)).toEqual(['manyCases']);
});

test('coming back to a case of others day after day is on it, unless work was done on the case', async () => {
  const [idle, working] = [await service.staff('safeguardingLead'), await service.staff('safeguardingLead')];
  const span = { from: '2030-01-01', to: '2030-01-16' };
  for (let n = 1; n <= 3; n += 1) {
    await opens(idle, day(n), [ids[20] ?? '']);
    await opens(working, day(n), [ids[39] ?? '']);
  }
  expect(await unusual(idle, span)).toEqual([]);
  await opens(idle, day(9), [ids[20] ?? '']);
  await opens(working, day(9), [ids[39] ?? '']);
  await service.tell(working, { caseId: ids[39] ?? '', event: riskFlag() }, () => new Date(day(9)));
  expect(await unusual(idle, span)).toEqual(['returning']);
  expect(await unusual(working, span)).toEqual([]);
});

test('one call at night is one case; three cases in a night are on it, over midnight too', async () => {
  const called = await service.staff('safeguardingLead');
  await opens(called, day(15, '23:30'), ids.slice(0, 2));
  expect(await unusual(called)).toEqual([]);
  await opens(called, day(16, '02:00'), ids.slice(2, 3));
  expect(await unusual(called)).toEqual(['atNight']);
});

test('a case that was closed a month ago is on it, one that was closed last week is not', async () => {
  const late = await service.staff('manager');
  const closed = (id: Id, at: string) =>
    service.pools.plain.query('update case_file set closed_at = $2 where id = $1', [id, at]);
  await closed(ids[30] ?? '', day(9));
  await closed(ids[31] ?? '', '2029-12-01T10:00:00.000Z');
  await opens(late, day(16), [ids[30] ?? '']);
  expect(await unusual(late)).toEqual([]);
  await opens(late, day(16), [ids[31] ?? '']);
  expect(await unusual(late)).toEqual(['afterClosing']);
});

test('asking for what one may not see is on it from the third time on one day', async () => {
  const nosy = await service.staff('facilitator');
  await opens(nosy, day(15), ids.slice(0, 2));
  await opens(nosy, day(16), ids.slice(2, 4));
  expect(await unusual(nosy)).toEqual([]);
  await opens(nosy, day(16), ids.slice(4, 5));
  expect(await unusual(nosy)).toEqual(['noAccess']);
});

test('the entries behind a row can be paged through, and are those it counts', async () => {
  const nosy = await service.staff('facilitator');
  await opens(nosy, day(16), ids.slice(0, 5));
  const [row] = (await looking.unusual(manager, days)).filter(({ staffId }) => staffId === nosy.id);
  expect(row).toMatchObject({ reason: 'noAccess', reads: 5, cases: 5, days: 1, firstAt: day(16), lastAt: day(16) });
  const of = { reason: 'noAccess', staffId: nosy.id, ...days } as const;
  const first = await looking.unusualReads(manager, of, { first: 3 });
  const after = first.rows.at(-1)?.cursor ?? '';
  const second = await looking.unusualReads(manager, of, { first: 3, after });
  expect([first.hasNext, second.hasNext]).toEqual([true, false]);
  const found = [...first.rows, ...second.rows].flatMap(({ row: each }) => each.caseIds);
  expect(found.toSorted()).toEqual(ids.slice(0, 5).toSorted());
});

test('whoever does not answer for the service sees none of it', async () => {
  for (const role of ['facilitator', 'coordinator'] as const) {
    const other = await service.staff(role);
    expect(await looking.unusual(other, days)).toEqual([]);
    expect((await looking.whoLooked(other, { caseId: ids[0] ?? '' }, {})).rows).toEqual([]);
  }
  expect((await looking.whoLooked(manager, { caseId: ids[0] ?? '' }, {})).rows.length).toBeGreaterThan(0);
});
