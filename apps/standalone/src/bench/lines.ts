// What is measured, line by line, and the ratios that are drawn from it.
import { runChild, startChild } from './child.js';
import { bareCommandBody, caseloadPage, command, oneCase } from './documents.js';
import type { LoadOrders } from './load.js';
import type { Sample } from './samples.js';
import type { Id } from '#libs/case';
import type { Seeded } from './seed.js';
import type { Listening, ServerOrders } from './servers/orders.js';

/** One line of the table: measured for so many seconds when its turn comes. */
export interface Line {
  readonly name: string;
  /** Loads it for so many seconds, or until so many answers are there. */
  measure(seconds: number, answers?: number): Promise<Sample>;
}
/** A database that was filled, with ids of cases in it. */
export interface Filled {
  readonly url: string;
  readonly cases: readonly Id[];
}
export interface Databases {
  readonly seeded: Seeded;
  readonly jobs: string;
  /** A thousand cases that take the command. */
  readonly commands: Filled;
  readonly small: Filled;
  readonly large: Filled;
  readonly sizes: { readonly small: number; readonly large: number };
}
type Keep = (part: { stop(): Promise<void> }) => void;

/** Clients of a page: as many as two cores answer without a queue that hides the page's own time. */
const READERS = 4;
export const clients = [1, 8, 32] as const;
export const names = {
  limit: (n: number) => `a  bare SQL over pg, ${n} clients`,
  bare: (n: number) => `b  bare Fastify and pg, ${n} clients`,
  ours: (n: number) => `c  our mutation, ${n} clients`,
  dbos: `   as a DBOS workflow, 32 clients`,
  save: `   entity manager and save(), 32 clients`,
  page: (who: string, cases: number) => `d  caseload of a ${who}, ${cases.toLocaleString('en-GB')} cases`,
  case: (cases: number) => `d  one case, ${cases.toLocaleString('en-GB')} cases`,
};

/** Starts the servers that the wanted lines need and gives the lines, in the order of the table. */
export async function linesOf(databases: Databases, only: string, keep: Keep): Promise<Line[]> {
  const { seeded, jobs, commands, sizes } = databases;
  const orders = (url: string, staffId: Id, how: ServerOrders['how'] = 'ours'): ServerOrders => ({
    url,
    jobs,
    serviceId: seeded.serviceId,
    subject: staffId,
    staffId,
    how,
  });
  const running = new Map<string, Promise<Listening>>();
  const server = (program: string, told: ServerOrders): Promise<Listening> => {
    const name = `${program} ${JSON.stringify(told)}`;
    const found = running.get(name);
    if (found) return found;
    const started = startChild<Listening>(program, told).then((child) => (keep(child), child.answer));
    running.set(name, started);
    return started;
  };
  const over = (
    name: string,
    program: string,
    told: ServerOrders,
    load: Omit<LoadOrders, 'port' | 'token' | 'seconds'>,
  ): Line => ({
    name,
    measure: async (seconds, answers) => {
      const { port, token } = await server(program, told);
      return runChild<Sample>('./load.js', {
        ...load,
        port,
        token,
        seconds,
        ...(answers && { answers }),
      } satisfies LoadOrders);
    },
  });
  const telling = (n: number) => ({
    path: '/graphql',
    body: command,
    expect: '"Told"',
    cases: commands.cases,
    clients: n,
  });
  const reading = (filled: Filled, body: string, expect: string) => ({
    path: '/graphql',
    body,
    expect,
    cases: filled.cases,
    clients: READERS,
  });
  const limit = (n: number): Line => ({
    name: names.limit(n),
    measure: (seconds, answers) =>
      runChild<Sample>('./limit.js', {
        url: commands.url,
        jobs,
        by: seeded.coordinator,
        cases: commands.cases,
        clients: n,
        seconds,
        ...(answers && { answers }),
      }),
  });
  const house = './servers/house.js';
  const pages = [
    [databases.small, sizes.small],
    [databases.large, sizes.large],
  ] as const;
  const who = [
    ['manager', seeded.manager],
    ['facilitator', seeded.facilitator],
  ] as const;
  const all: Line[] = [
    ...clients.map(limit),
    ...clients.map((n) =>
      over(names.bare(n), './servers/bare.js', orders(commands.url, seeded.coordinator), {
        path: '/command',
        body: bareCommandBody,
        expect: '"revision"',
        cases: commands.cases,
        clients: n,
      }),
    ),
    ...clients.map((n) => over(names.ours(n), house, orders(commands.url, seeded.coordinator), telling(n))),
    over(names.dbos, house, orders(commands.url, seeded.coordinator, 'dbos'), telling(32)),
    over(names.save, house, orders(commands.url, seeded.coordinator, 'save'), telling(32)),
    ...who.flatMap(([role, id]) =>
      pages.map(([filled, size]) =>
        over(names.page(role, size), house, orders(filled.url, id), reading(filled, caseloadPage, '"blockers"')),
      ),
    ),
    ...pages.map(([filled, size]) =>
      over(names.case(size), house, orders(filled.url, seeded.manager), reading(filled, oneCase, '"participants"')),
    ),
  ];
  return all.filter((line) => line.name.includes(only));
}
