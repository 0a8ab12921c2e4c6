// Promise: unusual reading is what the entries say, counted once more by another way, and finding it costs the days and the staff, not what was read (R68).
import { randomBytes } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { Cursors, serviceScope } from '#libs/database';
import { recordRead, type ReadKind, PgAccessLog } from '#libs/access-log';
import { explaining } from '../harness/database/explained.js';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';
import { unusualIn, type EntryRead, type Numbers } from '../scenario/recount-reads.js';
import { chance } from '../simulation/chance.js';
import { storedColumns } from '../harness/database/stored-columns.js';

/** READS_SEED=… reads again what broke the promise. */
const seed = Number(process.env['READS_SEED'] ?? Date.now() % 1_000_000);
const c = chance(seed);

type Staff = Extract<Actor, { kind: 'staff' }>;
let service: TestService;
let accessLog: PgAccessLog;
let staff: Staff[];
let manager: Staff;
let closed: Map<Id, Date>;
const cases: Id[] = [];

/** From the winter into the summer of a year: its clock goes forward on 31 March. */
const FIRST = Date.parse('2030-02-01T00:00:00Z');
const DAYS = 75;
const numbers: Numbers = {
  tries: 2,
  returns: 3,
  cases: 4,
  timesHabit: 2,
  fromHour: 22,
  untilHour: 6,
  nightCases: 2,
  closedDays: 10,
};
const periods = [
  { from: '2030-03-10', to: '2030-04-09' },
  { from: '2030-03-30', to: '2030-04-01' },
  { from: '2030-02-01', to: '2030-04-16' },
];

beforeAll(async () => {
  service = await openTestService();
  const { pools, serviceId } = service;
  accessLog = new PgAccessLog(service.database, new Cursors(randomBytes(32)));
  manager = await service.staff('manager');
  staff = [manager];
  for (const role of ['coordinator', 'safeguardingLead', 'facilitator', 'facilitator'] as const)
    staff.push(await service.staff(role));
  const first = await service.aCase(manager);
  const columns = await storedColumns(pools.plain, 'case_file');
  const { rows } = await pools.plain.query<{ id: Id }>(
    `insert into case_file (${columns}) select ${columns} from (select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'reference', 'AAAA-AA' || n,
       'lead_id', $2::uuid, 'staff_ids', jsonb_build_array($2::uuid)))).* from case_file c, generate_series(10, 29) n where c.id = $1) copied returning id`,
    [first, staff[3]?.id],
  );
  cases.push(first, ...rows.map(({ id }) => id));
  closed = new Map(cases.slice(12).map((id, n) => [id, new Date(FIRST + (n * 6 + 0.4) * 86_400_000)]));
  for (const [id, at] of closed) await pools.plain.query('update case_file set closed_at = $2 where id = $1', [id, at]);
  const { nightCases, fromHour, untilHour } = numbers;
  await pools.plain.query('update service set settings = $2 where id = $1', [
    serviceId,
    {
      unusualTries: numbers.tries,
      unusualReturns: numbers.returns,
      unusualCases: numbers.cases,
      unusualTimesHabit: numbers.timesHabit,
      unusualFromHour: fromHour,
      unusualUntilHour: untilHour,
      unusualNightCases: nightCases,
      unusualClosedDays: numbers.closedDays,
    },
  ]);
  await service.tell(staff[0] as Staff, { caseId: first, event: riskFlag() }, () => new Date('2030-03-31T09:00:00Z'));
  await read(900);
}, 120_000);
afterAll(() => service.close());

const kinds: readonly [ReadKind, ...ReadKind[]] = [
  'read',
  'read',
  'read',
  'read',
  'export',
  'list',
  'search',
  'emergency',
];

/** So many answers, in no order of time, several in one transaction, some of several cases and some of none. */
async function read(times: number): Promise<void> {
  const rows = service.database.as(serviceScope(service.serviceId));
  for (let n = 0; n < times;) {
    const some = Array.from({ length: 1 + c.upTo(5) }, () => {
      const who = c.one(staff) as Staff;
      const day = c.percent(30) ? 55 + c.upTo(5) : c.upTo(DAYS);
      const hour = c.percent(35) ? (c.one([22, 23, 0, 1, 5]) ?? 0) : c.upTo(24);
      return {
        by: who.id,
        at: new Date(FIRST + day * 86_400_000 + hour * 3_600_000 + c.upTo(3_600_000)).toISOString(),
        kind: c.some(kinds),
        operation: 'case',
        cases: Array.from({ length: c.percent(10) ? 0 : 1 + c.upTo(c.percent(10) ? 4 : 1) }, () => c.one(cases) ?? ''),
        inVain: c.percent(10) ? [c.one(cases) ?? ''] : [],
      };
    });
    await recordRead(rows, some);
    n += some.length;
  }
}

type Stored<T> = Omit<T, 'at'> & { at: string };
const instant = <T extends { at: string }>(row: T) => ({ ...row, at: new Date(row.at) });

/** What is unusual in a period, by the application and by going through everything. */
async function both(days: { from: string; to: string }) {
  const { rows } = await service.pools.plain.query<Stored<EntryRead>>(
    `select seq, at, by, kind, purpose, case_ids as cases from read_record where by in (select id::text from staff)`,
  );
  const { rows: worked } = await service.pools.plain.query<Stored<{ by: Id; caseId: Id }>>(
    'select by, case_id as "caseId", at from journal',
  );
  const inOrder = <T extends { reason: string; staffId: Id }>(found: T[]) =>
    found.toSorted((a, b) => `${a.reason}${a.staffId}`.localeCompare(`${b.reason}${b.staffId}`));
  return {
    kept: inOrder(await accessLog.unusual(manager, days)),
    recounted: inOrder(unusualIn(rows.map(instant), days, numbers, closed, worked.map(instant))),
  };
}

test('whatever was read, in whatever order, is as unusual as going through all entries finds it', async () => {
  const reasons = new Set<string>();
  for (const days of periods) {
    const { kept, recounted } = await both(days);
    expect({ seed, days, kept }).toEqual({ seed, days, kept: recounted });
    for (const { reason } of recounted) reasons.add(reason);
  }
  expect([...reasons].toSorted()).toEqual([
    'afterClosing',
    'atNight',
    'emergency',
    'manyCases',
    'noAccess',
    'returning',
  ]);
});

test('the reads behind each row are as many as the row says', async () => {
  const days = { from: '2030-03-20', to: '2030-04-05' };
  for (const { reason, staffId, reads } of await accessLog.unusual(manager, days)) {
    let found = 0;
    for (let after: string | undefined; ;) {
      const page = await accessLog.unusualReads(
        manager,
        { reason, staffId, ...days },
        { first: 100, ...(after && { after }) },
      );
      found += page.rows.length;
      after = page.rows.at(-1)?.cursor;
      if (!page.hasNext) break;
    }
    expect({ seed, reason, staffId, found }).toEqual({ seed, reason, staffId, found: reads });
  }
});

test('counted from nothing the days are what they were, and a read that comes back undone leaves none', async () => {
  const days = () =>
    service.pools.plain.query(
      `select who, day, cases, tries, emergencies, after_closing, hours from reading_day order by 1, 2`,
    );
  const { rows: before } = await days();
  const undone = service.database.within(serviceScope(service.serviceId), async (rows) => {
    await recordRead(rows, {
      by: manager.id,
      at: '2030-04-01T12:00:00Z',
      kind: 'read',
      operation: 'case',
      cases: [...cases],
    });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect((await days()).rows).toEqual(before);
  await service.pools.plain.query('select reading_rebuild($1)', [service.serviceId]);
  expect((await days()).rows).toEqual(before);
});

test('ten times as much of usual reading costs no more to pass over', async () => {
  const { database, since } = explaining(service.application);
  const explained = new PgAccessLog(database, new Cursors(randomBytes(32)));
  const cost = async () => {
    await explained.unusual(manager, { from: '2030-03-10', to: '2030-04-09' });
    return Math.max(...since().map(({ buffers }) => buffers));
  };
  const busy = await service.staff('facilitator');
  const own = await service.aCase(manager);
  await service.pools.plain.query('update case_file set lead_id = $2, staff_ids = $3 where id = $1', [
    own,
    busy.id,
    [busy.id],
  ]);
  const usual = async (times: number) => {
    for (let n = 0; n < times; n += 1)
      await recordRead(
        service.database.as(serviceScope(service.serviceId)),
        Array.from({ length: 600 }, (_, k) => ({
          by: busy.id,
          at: new Date(FIRST + (k % DAYS) * 86_400_000 + 10 * 3_600_000 + k).toISOString(),
          kind: k % 8 < 4 ? ('read' as const) : ('list' as const),
          operation: 'case',
          cases: [own],
        })),
      );
    await service.pools.plain.query('vacuum analyze read_record, reading_day');
  };
  await usual(1);
  const before = await cost();
  await usual(9);
  expect(await cost()).toBeLessThanOrEqual(before * 1.2 + 20);
}, 60_000);
