// `npm run bench`: what a command and a page cost, beside what the database alone and the usual ways cost, in one run.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#libs/store';
import { linesOf, type Databases, type Line } from './bench/lines.js';
import { jsonOf, tableOf } from './bench/report.js';
import { medianOf, type Sample } from './bench/samples.js';
import { addCases, deadlineTable, seedLives, someCases, withClient } from './bench/seed.js';
import { benchSettings } from './bench/settings.js';
import { CannotStart, startEmbeddedPostgres, type OwnedServer } from './embedded-postgres.js';
import { run } from './life.js';

const SMALL = 1_000;
/** Answers before a line is measured: V8 has compiled what is hot by then. */
const WARM = 4_000;
/** When filling took so long (a busy machine), there is less time to warm up. */
const LATE = 5 * 60_000;
/** The whole must end: after this long the rounds that are done are what there is. */
const ENOUGH = 7 * 60_000;

await run(async ({ keep }) => {
  const settings = benchSettings(process.argv.slice(2), process.env);
  const began = Date.now();
  const say = (line: string) =>
    void process.stderr.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);

  const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  chmodSync(folder, 0o711); // PostgreSQL's account passes through it
  process.on('exit', () => rmSync(folder, { recursive: true, force: true })); // also when stopping took too long to wait for
  const server = keep(await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true }));
  say(`filling databases of ${SMALL} and ${settings.cases} cases ...`);
  const databases = await fill(server, settings.cases);
  const lines = await linesOf(databases, settings.only, keep);
  if (lines.length === 0) throw new CannotStart(`No line of the bench contains BENCH_ONLY "${settings.only}".`);

  const samples = new Map<Line, Sample[]>(lines.map((line) => [line, []]));
  for (const line of lines) {
    say(`warming up: ${line.name.trim()}`);
    await line.measure(Math.min(Date.now() - began < LATE ? 8 : 2, 4 * settings.seconds), WARM);
  }
  let rounds = 0;
  for (; rounds < settings.rounds && (rounds === 0 || Date.now() - began < ENOUGH); rounds += 1) {
    say(`round ${rounds + 1} of ${settings.rounds}`);
    for (const line of lines) samples.get(line)?.push(await line.measure(settings.seconds));
  }
  const measured = lines.map((line) => ({ name: line.name, ...medianOf(samples.get(line) ?? []) }));
  const result = { lines: measured, sizes: databases.sizes, seconds: settings.seconds, rounds };
  process.stdout.write(settings.json ? jsonOf(result) : tableOf(result));
  return 0;
});

/** Three databases on one server: one for commands, a small and a large one for pages. */
async function fill(server: OwnedServer, cases: number): Promise<Databases> {
  const database = (name: string): string => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const create = (name: string, from: string) =>
    withClient(database('postgres'), (client) => client.query(`create database ${name} template ${from}`));
  await withClient(database('postgres'), (client) => client.query('create database lives'));
  await migrate(database('lives'));
  const seeded = await seedLives(database('lives'), new Date());
  for (const name of ['commands', 'small', 'large']) await create(name, 'lives');
  await addCases(database('commands'), seeded, SMALL, { fit: true });
  await addCases(database('small'), seeded, SMALL);
  await addCases(database('large'), seeded, cases);
  const filled = async (name: string) => ({ url: database(name), cases: await someCases(database(name), SMALL) });
  return {
    seeded,
    sizes: { small: SMALL, large: cases },
    jobs: await deadlineTable(database('commands')),
    commands: await filled('commands'),
    small: await filled('small'),
    large: await filled('large'),
  };
}
