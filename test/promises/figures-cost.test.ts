// Promise: a figure and the list behind it cost the days they are asked for, not the cases of the service.
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Cursors, type Page, APPLICATION, openPools } from '#libs/database';
import { Measures, type ServiceMeasures, PgMeasures } from '#libs/measures';
import { explaining, type Explained } from '../harness/database/explained.js';
import { fillCases } from '../scenario/figures-fill.js';
import { freshDatabase } from '../harness/database/fresh-database.js';

/** Whole months, with days before and after them. */
const period = { from: '2025-03-15', to: '2026-03-05' };
const AT = '2026-03-05T12:00:00.000Z';

/** Every figure there is, by name; each is asked of measures of its own. */
const figures: Record<string, (measures: ServiceMeasures) => Promise<unknown>> = {
  stages: (m) => m.stages(),
  openCases: (m) => m.openCases(),
  waiting: (m) => m.waiting(),
  unassigned: (m) => m.unassigned(),
  workloads: (m) => m.workloads(),
  funnel: (m) => m.funnel(period),
  checkpoints: (m) => m.checkpoints(period),
};
/** The lists behind the figures: of each figure those with the most and the fewest cases. */
async function listsBehind(m: ServiceMeasures): Promise<string[]> {
  const { steps, medians, losses } = await m.funnel(period);
  const [checkpoint] = await m.checkpoints(period);
  const waiting = await m.waiting();
  const all = [
    await m.stages(),
    waiting,
    waiting.map(({ over }) => over),
    steps,
    losses,
    [await m.openCases(), await m.unassigned()],
  ].map((figure) => figure.filter(({ count }) => count > 10).toSorted((a, b) => b.count - a.count));
  const [busiest] = (await m.workloads()).toSorted((a, b) => b.openCases - a.openCases);
  return [
    ...all.flatMap((figure) => [figure.at(0)?.list ?? [], figure.at(-1)?.list ?? []].flat()),
    ...medians.filter(({ known }) => known > 10).map(({ list }) => list),
    checkpoint?.passed.list ?? [],
    busiest?.list ?? [],
  ].flat();
}

/** What every figure and the first two pages of every list read, the lists by the name of their figure. */
async function buffers(cases: number): Promise<Map<string, number>> {
  const database = await freshDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const pools = openPools(database.url, { hot: 1, plain: 1, as: APPLICATION });
  try {
    const serviceId = randomUUID();
    await client.query(`insert into service (id, name) values ($1, 'Filled')`, [serviceId]);
    await fillCases(client, serviceId, cases);
    const { database: explained, since } = explaining(pools);
    const reading = new PgMeasures(explained, new Cursors(randomBytes(32)));
    const own = new Measures(reading);
    const measures = () =>
      own.for({ kind: 'staff', id: serviceId, serviceId, roles: ['manager'] }, AT) as ServiceMeasures;
    const read = new Map<string, number>();
    const note = (name: string, statements: Explained[]) =>
      read.set(
        name,
        Math.max(
          read.get(name) ?? 0,
          statements.reduce((sum, one) => sum + one.buffers, 0),
        ),
      );
    const turned = async (name: string, list: (page: Page) => Promise<{ rows: { cursor: string }[] } | null>) => {
      const first = await list({ first: 5 });
      note(`${name}, first page`, since());
      await list({ first: 5, after: first?.rows.at(-1)?.cursor ?? '' });
      note(`${name}, next page`, since());
    };
    const lists = await listsBehind(measures());
    // The first time a connection meets a function it reads the function itself: every question is asked once before.
    for (const measured of [false, true]) {
      for (const [name, ask] of Object.entries(figures)) {
        since();
        await ask(measures());
        note(name, since());
      }
      await turned('waitingCases', (page) => measures().waitingCases(page));
      // As read: who could lead each of them is judged by the core, of facts that are not filled.
      await turned('unassignedCases', (page) => reading.unassignedCases({ id: serviceId, serviceId }, page));
      for (const list of lists) await turned(`list ${list.split('/')[0]}`, (page) => measures().cases(list, page));
      if (!measured) read.clear();
    }
    return read;
  } finally {
    await client.end();
    await pools.end();
    await database.drop();
  }
}

test('with 10,000 cases each figure and each page of the list behind it reads at most 1.2 times what it reads with 1,000, and 20 pages', async () => {
  const [few, many] = [await buffers(1_000), await buffers(10_000)];
  expect([...few.keys()].length).toBeGreaterThan(20);
  expect([...many.keys()]).toEqual([...few.keys()]);
  const told = [...many].map(([name, read]) => ({ name, few: few.get(name) ?? 0, many: read }));
  process.stdout.write(
    `buffers with 1,000 and 10,000 cases: ${told.map(({ name, few: a, many: b }) => `${name} ${a} ${b}`).join('; ')}\n`,
  );
  expect(told.filter((one) => one.many > one.few * 1.2 + 20)).toEqual([]);
}, 600_000);
