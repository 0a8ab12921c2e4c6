// A command costs the same however many cases the service has: each case it moves is found by its key.
import type { Actor, Id } from '#libs/case';
import { serviceScope, scoped } from '#libs/database';
import { tell } from '../tell.js';
import type { CaseChange } from '../ports.js';
import { openTestService, riskFlag, type TestService } from '../../../../test/harness/service/test-service.js';
import { writing } from './write.js';
import { storedColumns } from '../../../../test/harness/database/stored-columns.js';

let service: TestService;
let manager: Actor;
let caseId: Id;
beforeAll(async () => {
  service = await openTestService();
  manager = await service.staff('manager');
  caseId = await service.aCase(manager);
}, 60_000);
afterAll(() => service.close());

/** The change that a command would write, caught where it is about to be written. */
async function changeTo(id: Id): Promise<CaseChange> {
  const caught: CaseChange[] = [];
  const write = async (change: CaseChange) => caught.push(change) > 0;
  const store = Object.create(service.store, { write: { value: write } }) as TestService['store'];
  await tell(store, () => new Date(), manager, { caseId: id, key: 'any', event: riskFlag() });
  return caught[0] as CaseChange;
}

/** Copies the case until the service has so many, and lets PostgreSQL count them. */
async function fill(cases: number): Promise<void> {
  const columns = await storedColumns(service.pools.plain, 'case_file');
  await service.pools.plain.query(
    `insert into case_file (${columns}) select ${columns} from (select (jsonb_populate_record(c, jsonb_build_object(
       'id', gen_random_uuid(), 'reference', 'RJ-' || n, 'opened_at', c.opened_at - n * interval '1 hour',
       'updated_at', c.updated_at - n * interval '1 minute', 'waiting_since', c.updated_at - n * interval '1 minute'))).*
     from case_file c, generate_series((select count(*) from case_file) + 1, $2::int) as n where c.id = $1) copied`,
    [caseId, cases],
  );
  await service.pools.plain.query('vacuum analyze case_file');
}

/** The parts of a plan that this test reads. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}
const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)];

class Undone extends Error {}
/** What the write does on a connection for decisions: how many rows of `case_file` it reads and how many pages of 8 kB it touches. It is undone. */
async function costOf(change: CaseChange): Promise<{ casesRead: number; pages: number }> {
  const { text, values } = writing([{ ...change, sealed: [] }]) as { text: string; values: unknown[] };
  let plan: Node | undefined;
  const undone = scoped(service.application.hot).within(serviceScope(service.serviceId), async (rows) => {
    const explain = `explain (analyze, buffers, timing off, format json) ${text}`;
    const explained = await rows.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(explain, values);
    plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
    throw new Undone();
  });
  await expect(undone).rejects.toBeInstanceOf(Undone);
  if (!plan) throw new Error('There is no plan');
  const scans = within(plan).filter(
    (node) => node['Relation Name'] === 'case_file' && node['Node Type'] !== 'ModifyTable',
  );
  return {
    casesRead: scans.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0),
    pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
  };
}

test('a command reads the one case that it moves, among 1,000 cases and among 4,000', async () => {
  const change = await changeTo(caseId);
  const alone = await costOf(change);
  for (const cases of [1_000, 4_000]) {
    await fill(cases);
    const { casesRead, pages } = await costOf(change);
    expect(casesRead).toBe(1);
    expect(pages).toBeLessThanOrEqual(alone.pages * 1.2 + 20);
  }
}, 60_000);
