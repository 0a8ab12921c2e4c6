// Promise: what is kept for figures is, at every moment and for every period, what the journals say: counted once more, by another way (R73 to R75).
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Id } from '#libs/case';
import { Cursors, APPLICATION, openPools, scoped, type Pools } from '#libs/database';
import { londonDate } from '#libs/time';
import { lossSteps, Measures, spans, type ServiceMeasures, PgMeasures } from '#libs/measures';
import { beginJournals, type Journals } from '../scenario/figure-journals.js';
import { freshDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';
import { chance } from '../simulation/chance.js';
import { daysBetween, deviationsIn, personsAt, recount, referredIn, type Recounted } from '../scenario/recount.js';

/** FIGURES_SEED=… writes the journals again that broke a promise. */
const seed = Number(process.env['FIGURES_SEED'] ?? Date.now() % 1_000_000);
const c = chance(seed + 1);

let database: FreshDatabase;
let client: Client;
let pools: Pools;
let journals: Journals;
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  pools = openPools(database.url, { hot: 1, plain: 4, as: APPLICATION });
  journals = await beginJournals(client, seed, 25);
}, 60_000);
afterAll(async () => {
  await client.end();
  await pools.end();
  await database.drop();
});

const figures = (): ServiceMeasures => {
  const { serviceId } = journals;
  const measures = new Measures(new PgMeasures(scoped(pools.plain), new Cursors(randomBytes(32))));
  return measures.for(
    { kind: 'staff', id: serviceId, serviceId, roles: ['manager'] },
    '2026-12-01T12:00:00.000Z',
  ) as ServiceMeasures;
};
const day = (from: string, n: number): string => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
const periods = () => [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-02-01', to: '2026-03-31' },
  ...Array.from({ length: 6 }, () => {
    const from = day('2026-01-18', c.upTo(100));
    return { from, to: day(from, c.upTo(c.percent(50) ? 20 : 120)) };
  }),
];

/** Every figure of these periods equals the recount; `readAs` says which record a person is read as. */
async function areWhole(readAs: (personId: Id) => Id = (id) => id): Promise<void> {
  const cases = [...journals.events.values()].map((events) => {
    const counted = recount(events);
    return { ...counted, persons: counted.persons.map((p) => ({ ...p, personId: readAs(p.personId) })) };
  });
  const measures = figures();
  for (const period of periods()) {
    const cohort = referredIn(cases, period);
    const funnel = await measures.funnel(period);
    const counted = funnel.steps.map(({ step, count, harmed, responsible }) => ({ step, count, harmed, responsible }));
    expect({ seed, period, counted }).toEqual({
      seed,
      period,
      counted: funnel.steps.map(({ step }) => ({
        step,
        count: cohort.filter(({ dates }) => dates[step] !== undefined).length,
        harmed: personsAt(cohort, step, 'harmed'),
        responsible: personsAt(cohort, step, 'responsible'),
      })),
    });
    const medians = funnel.medians.map(({ measure, days, known, of }) => ({ measure, days, known, of }));
    expect({ seed, period, medians }).toEqual({
      seed,
      period,
      medians: funnel.medians.map(({ measure }) => ({
        measure,
        ...daysBetween(cohort, spans[measure].from, spans[measure].to),
      })),
    });
    expect({
      seed,
      period,
      losses: tally(funnel.losses.map((loss) => [`${loss.after} ${loss.reason}`, loss.count])),
    }).toEqual({ seed, period, losses: lost(cohort) });
    await signOffsAreWhole(measures, period);
    const deviations = (await measures.deviations(period)).map(({ door, recorded, unreviewed }) => [
      door,
      { recorded: recorded.count, unreviewed: unreviewed.count },
    ]);
    expect({ seed, period, deviations: Object.fromEntries(deviations) }).toEqual({
      seed,
      period,
      deviations: deviationsIn(cases, period),
    });
  }
}
const tally = (counts: readonly (readonly [string, number])[]): Record<string, number> =>
  Object.fromEntries(counts.toSorted(([a], [b]) => (a < b ? -1 : 1)));

function lost(cohort: readonly Recounted[]): Record<string, number> {
  const all = new Map<string, number>();
  for (const { dates, reason } of cohort) {
    if (!dates['closed'] || reason === 'delivered') continue;
    const after = lossSteps.findLast((step) => Object.keys(dates).some((date) => date.startsWith(step)));
    all.set(`${after} ${reason}`, (all.get(`${after} ${reason}`) ?? 0) + 1);
  }
  return tally([...all]);
}

async function signOffsAreWhole(measures: ServiceMeasures, period: { from: string; to: string }): Promise<void> {
  const referral = (await measures.checkpoints(period)).find(({ checkpoint }) => checkpoint === 'referral');
  for (const [type, figure] of [
    ['checkpoint.passed', referral?.passed],
    ['checkpoint.refused', referral?.refused],
  ] as const) {
    const cases = [...journals.events].map(([caseId, events]) => {
      const signed = events.filter(
        (e) => e.type === type && period.from <= londonDate(e.on ?? e.at) && londonDate(e.on ?? e.at) <= period.to,
      );
      return { caseId, signed: signed.length };
    });
    const listed = await measures.cases(figure?.list ?? '', { first: 100 });
    expect([type, figure?.count]).toEqual([type, cases.reduce((sum, { signed }) => sum + signed, 0)]);
    expect(listed?.rows.map(({ row }) => row.caseId).toSorted()).toEqual(
      cases.flatMap(({ caseId, signed }) => (signed > 0 ? [caseId] : [])).toSorted(),
    );
  }
}

test(`figures of any period are those of a recount, while journals grow (seed ${seed})`, async () => {
  for (let round = 0; round < 4; round += 1) {
    await journals.write(20, 90);
    await areWhole();
  }
}, 240_000);

test(`two records that are merged are one person in every figure, and two again when that is undone (seed ${seed})`, async () => {
  const [kept, gone] = journals.persons as [Id, Id];
  const { rows } = await client.query<{ id: Id }>(
    `insert into person_decision (service_id, what, person_id, other_id, across, at, by) values ($1, 'merged', $2, $3, false, now(), $2) returning id`,
    [journals.serviceId, kept, gone],
  );
  const follow = () => client.query('update participant set person_id = told_id where told_id = $1', [gone]);
  await client.query('insert into person_merge (gone_id, service_id, kept_id, decision_id) values ($1, $2, $3, $4)', [
    gone,
    journals.serviceId,
    kept,
    rows[0]?.id,
  ]);
  await follow();
  await areWhole((id) => (id === gone ? kept : id));
  await client.query('delete from person_merge where gone_id = $1', [gone]);
  await follow();
  await areWhole();
}, 120_000);

test('counted from nothing, everything kept is the same', async () => {
  const kept = async () => {
    const rows = async (table: string) => {
      const found = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
      // places at the end that are empty again say nothing
      return found.rows.map(({ row }) => row.replaceAll('"', '').replace(/(,0)+}/, '}')).toSorted();
    };
    return {
      cases: await rows('figure_case'),
      persons: await rows('figure_person'),
      counts: await rows('figure_count'),
    };
  };
  await figures().stages();
  const before = await kept();
  await client.query('select figures_rebuild($1)', [journals.serviceId]);
  expect(await kept()).toEqual(before);
  expect(before.counts.length).toBeGreaterThan(100);
}, 60_000);
