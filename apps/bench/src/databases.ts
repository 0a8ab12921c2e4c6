// The databases of a bench, on one server: one for commands, a small and a large one for pages; each filled when it is first wanted.
import { migrate } from '#libs/database';
import { chosenIn, deadlineTable, type Filled } from './chosen.js';
import { addCases, seedLives, withClient, type Seeded } from './fill/fill.js';

/** Cases of the small database, and of the one that commands go to. */
export const SMALL = 1_000;

export interface Databases {
  readonly seeded: Seeded;
  /** The table that deadlines wait in. */
  readonly jobs: string;
  /** A thousand open cases that take the command. */
  commands(): Promise<Filled>;
  small(): Promise<Filled>;
  large(): Promise<Filled>;
}

/** Prepares the templates on the server at `url`, whose owner must be a superuser. `large` is a number of cases. */
export async function databasesOn(url: string, large: number, say: (line: string) => void): Promise<Databases> {
  const called = (name: string): string => {
    const made = new URL(url);
    made.pathname = `/${name}`;
    return made.href;
  };
  const create = (name: string, from: string) =>
    withClient(called('postgres'), (client) => client.query(`create database ${name} template ${from}`));
  await create('lives', 'template0');
  await migrate(called('lives'));
  const seeded = await seedLives(called('lives'), new Date());
  const filled = (name: string, count: number, fit = false) => {
    let made: Promise<Filled> | undefined;
    const make = async (): Promise<Filled> => {
      say(`filling a database of ${count.toLocaleString('en-GB')} cases`);
      await create(name, 'lives');
      await carelessly(called('postgres'), () => addCases(called(name), seeded, count, { fit }));
      return chosenIn(called(name), seeded);
    };
    return () => (made ??= make());
  };
  return {
    seeded,
    jobs: await deadlineTable(called('lives')),
    commands: filled('commands', SMALL, true),
    small: filled('small', SMALL),
    large: filled('large', large),
  };
}

/** Fills without waiting for the disk; afterwards everything is written down, and the server is as careful as it was. */
async function carelessly(url: string, fill: () => Promise<void>): Promise<void> {
  const careless = { fsync: 'off', full_page_writes: 'off', max_wal_size: '8GB' };
  await withClient(url, async (client) => {
    for (const [name, value] of Object.entries(careless)) await client.query(`alter system set ${name} = '${value}'`);
    await client.query('select pg_reload_conf()');
    try {
      await fill();
    } finally {
      for (const name of Object.keys(careless)) await client.query(`alter system reset ${name}`);
      await client.query('select pg_reload_conf()');
      await client.query('checkpoint');
    }
  });
}
