// The two forms of a bench: the whole one measures every line and page, the short one looks for what fails.
import { mkdirSync } from 'node:fs';
import { CannotStart } from '#libs/config';
import { clients, commandLines, type Line } from './commands.js';
import { databasesOn, SMALL, type Databases } from './databases.js';
import { pagesFor, type Page } from './pages.js';
import { failuresOf } from './quick.js';
import { readerOf, type Read } from './reading.js';
import { names, type Result } from './result.js';
import { medianOf, type Sample } from './samples.js';
import { serversOn, type Keep, type Servers } from './servers.js';
import type { BenchSettings } from './settings.js';
import { startTime } from './start-time.js';

/** Where a bench runs, and how it is heard. */
export interface Place {
  /** A server of its own, as a superuser. */
  readonly url: string;
  /** A folder for `npm start`; it is made. */
  readonly startFolder: string;
  readonly settings: BenchSettings;
  readonly say: (line: string) => void;
  readonly keep: Keep;
}

/** Answers before a command is measured: V8 has compiled what is hot by then. */
const WARM = { answers: 4_000, seconds: 5, pageSeconds: 0.05 };
/** Seconds of one reading of a page, and how often it is read in each database. */
const READING = { seconds: 0.2, rounds: 3 };
/** The whole must end: after so many milliseconds the rounds of commands that are done are what there is. */
const ENOUGH = 5 * 60_000;
const START = 'start of npm start';

interface Ready extends Place {
  readonly databases: Databases;
  readonly servers: Servers;
  readonly pages: readonly Page[];
  readonly lines: readonly string[];
}

async function prepared(place: Place): Promise<Ready> {
  const { settings, say, keep } = place;
  const wanted = (name: string): boolean => name.includes(settings.only);
  say('inventing lives');
  const databases = await databasesOn(place.url, settings.cases, say);
  const today = new Date().toISOString().slice(0, 10);
  const pages = pagesFor(databases.seeded, today).filter(({ name }) => wanted(name));
  const every = [
    names.sql(32),
    ...clients.flatMap((n) => [names.bare(n), names.ours(n)]),
    names.dbos,
    names.save,
    START,
  ];
  const lines = every.filter(wanted);
  if (pages.length + lines.length === 0)
    throw new CannotStart(`No line of the bench contains BENCH_ONLY "${settings.only}".`);
  return { ...place, databases, servers: serversOn(databases.seeded, databases.jobs, keep), pages, lines };
}

const lineIn = async ({ databases, servers, lines }: Ready): Promise<Line[]> =>
  commandLines(databases.seeded, await databases.commands(), databases.jobs, servers).filter(({ name }) =>
    lines.includes(name),
  );
const reading = async ({ databases, servers }: Ready): Promise<Read> =>
  readerOf(databases.seeded, servers, await databases.small(), await databases.large());

/** Every line and page that is wanted, measured in turns. */
export async function runWhole(place: Place): Promise<Result> {
  const began = Date.now();
  const ready = await prepared(place);
  const { settings, say, pages, servers } = ready;
  // Filled before anything is measured, so that nothing of it is still being written to the disk.
  const read = pages.length > 0 ? await reading(ready) : null;
  const lines = ready.lines.some((name) => name !== START) ? await lineIn(ready) : [];
  const start = ready.lines.includes(START) ? await startIn(ready) : null;
  // Most pages run the same code: the first of them must not pay for compiling it.
  if (read) say('warming up the pages');
  for (const page of read ? pages : []) await read?.(page, WARM.pageSeconds, 1);
  const measured = [];
  for (const page of read ? pages : []) {
    say(page.name);
    if (read) measured.push(await read(page, READING.seconds, READING.rounds));
  }
  const samples = new Map<Line, Sample[]>(lines.map((line) => [line, []]));
  for (const line of lines) {
    say(`warming up: ${line.name}`);
    await line.measure(Math.min(WARM.seconds, 4 * settings.seconds), WARM.answers);
  }
  let rounds = 0;
  for (; lines.length > 0 && rounds < settings.rounds && (rounds === 0 || Date.now() - began < ENOUGH); rounds += 1) {
    say(`round ${rounds + 1} of ${settings.rounds}`);
    for (const line of lines) samples.get(line)?.push(await line.measure(settings.seconds));
  }
  return {
    commands: lines.map((line) => ({ name: line.name, ...medianOf(samples.get(line) ?? []) })),
    pages: measured,
    start,
    residentMb: await servers.residentMb(),
    sizes: { small: SMALL, large: settings.cases },
    seconds: settings.seconds,
    rounds,
  };
}

function startIn({ startFolder, say }: Ready): Promise<{ first: number; again: number }> {
  say(START);
  mkdirSync(startFolder, { mode: 0o711 });
  return startTime(startFolder);
}

/** What fails, a line each. */
export async function runQuick(place: Place): Promise<string[]> {
  const ready = await prepared(place);
  const { say, pages } = ready;
  const read = pages.length > 0 ? await reading(ready) : null;
  const [bare, ours] = [names.bare(32), names.ours(32)];
  const lines = ready.lines.includes(bare) && ready.lines.includes(ours) ? await lineIn(ready) : [];
  const line = (name: string) => lines.find((one) => one.name === name);
  const [bareLine, ourLine] = [line(bare), line(ours)];
  const rate = async (seconds: number): Promise<number> => {
    say('our mutation and the bare endpoint, 32 clients');
    for (const one of [bareLine, ourLine]) await one?.measure(seconds, WARM.answers);
    const [below, above] = [await bareLine?.measure(seconds), await ourLine?.measure(seconds)];
    return (above?.perSecond ?? 0) / (below?.perSecond ?? 1);
  };
  say(`${pages.length} pages`);
  return failuresOf(
    {
      rate: bareLine && ourLine ? rate : null,
      pages: read ? pages.map((page) => ({ name: page.name, measure: (seconds) => read(page, seconds, 2) })) : [],
    },
    { page: 0.1, command: 3 },
  );
}
