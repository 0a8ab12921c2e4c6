// What the database counts is what the definitions of libs/measures say, condition by condition.
import { processTypes } from '#libs/case';
import { definitions, funnelSteps, marksOf, spans, type FunnelStep, type Mark } from '../definitions.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { openPools, type Pools } from '#libs/database';

let database: FreshDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 1 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

const steps = Object.keys(funnelSteps) as FunnelStep[];
const sourceOf = async (name: string): Promise<string> => {
  const { rows } = await pools.plain.query<{ prosrc: string }>('select prosrc from pg_proc where proname = $1', [name]);
  return (rows[0]?.prosrc ?? '').replaceAll(/\s+/g, ' ');
};
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const kinds = (direct: string): string =>
  quoted(Object.entries(processTypes).flatMap(([name, type]) => (type.direct === direct ? [name] : [])));

function condition({ type, is, among, process }: Mark): string {
  const all = [`e.type = '${type}'`];
  if (is !== undefined) all.push(`e.word = '${is}'`);
  if (among !== undefined) all.push(`e.word in (${quoted(among)})`);
  if (process !== undefined) all.push(`e.kind in (${kinds(process)})`);
  return all.join(' and ');
}
function dateOf(step: FunnelStep): string {
  const marks = marksOf(step);
  const holds = `filter (where ${marks.map(condition).join(' or ')})`;
  const until = marks[0]?.until;
  if (until === undefined) return `min(e.at) ${holds}`;
  return `case when max(e.seq) ${holds} > coalesce(max(e.seq) filter (where e.type = '${until}'), 0) then max(e.at) ${holds} end`;
}

test('each step is dated by the marks of its definition, in the order of the funnel', async () => {
  expect(await sourceOf('figure_steps')).toContain(quoted(steps));
  expect(await sourceOf('figure_dates')).toContain(`array[ ${steps.map(dateOf).join(', ')}]`);
});

test('whose process delivered is found by the same marks', async () => {
  const processes = (step: FunnelStep): string =>
    `array_agg(e.process) filter (where ${marksOf(step).map(condition).join(' or ')})`;
  const delivered = ['deliveredDirect', 'deliveredIndirect', 'deliveredHarmedOnly'] as const;
  expect(await sourceOf('figure_dates')).toContain(delivered.map(processes).join(', '));
});

test('each span runs between the steps of its definition', async () => {
  const rows = Object.entries(spans).map(
    ([name, { from, to }]) => `('${name}', ${steps.indexOf(from) + 1}, ${steps.indexOf(to) + 1})`,
  );
  expect(await sourceOf('figure_rows')).toContain(`(values ${rows.join(', ')}) as s (name, first, last)`);
});

test('every entry that a definition marks is one that figures are counted from, and leaves its case to be counted again', async () => {
  const counted = await sourceOf('figure_counted');
  const { rows } = await pools.plain.query<{ made: string }>(
    `select pg_get_triggerdef(oid) as made from pg_trigger where tgname = 'journal_figures'`,
  );
  const marks = Object.values(definitions).flatMap((one) => ('marks' in one ? ([...one.marks] as Mark[]) : []));
  const types = marks.flatMap(({ type, until }) => (until === undefined ? [type] : [type, until]));
  for (const type of [...types, 'process.typeChosen', 'participant.left']) {
    expect(counted).toContain(`'${type}'`);
    expect(rows[0]?.made).toContain(`'${type}'`);
  }
});
