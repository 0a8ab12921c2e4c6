// The lines of the command: bare SQL, a bare endpoint, ours, and the same command as others write it.
import { runChild } from './child.js';
import type { Filled } from './chosen.js';
import { bareCommandBody, command } from './documents.js';
import type { Seeded } from './fill/fill.js';
import type { LoadOrders } from './load.js';
import { names } from './result.js';
import type { Sample } from './samples.js';
import type { Server, Servers } from './servers.js';

/** One line of the table: measured for so many seconds when its turn comes. */
export interface Line {
  readonly name: string;
  /** Loads it for so many seconds, or until so many answers are there. */
  measure(seconds: number, answers?: number): Promise<Sample>;
}

/** Clients at once. */
export const clients = [32, 8, 1] as const;

/** Every line, in the order of the table; a server is started when its line is first measured. */
export function commandLines({ coordinator }: Seeded, { url, cases }: Filled, jobs: string, servers: Servers): Line[] {
  const over = (
    name: string,
    server: () => Promise<Server>,
    told: Pick<LoadOrders, 'path' | 'body' | 'expect'>,
    n: number,
  ): Line => ({
    name,
    measure: async (seconds, answers) => {
      const { port, tokens } = (await server()).answer;
      const orders = { ...told, cases, clients: n, port, token: tokens[0] ?? '', seconds, ...(answers && { answers }) };
      return runChild<Sample>('./load.js', orders satisfies LoadOrders);
    },
  });
  const bare = { path: '/command', body: bareCommandBody, expect: '"revision"' };
  const mutation = { path: '/graphql', body: command, expect: '"Told"' };
  return [
    {
      name: names.sql(32),
      measure: (seconds, answers) =>
        runChild<Sample>('./limit.js', {
          url,
          jobs,
          by: coordinator,
          cases,
          clients: 32,
          seconds,
          ...(answers && { answers }),
        }),
    },
    ...clients.map((n) => over(names.bare(n), () => servers.bare(url), bare, n)),
    ...clients.map((n) => over(names.ours(n), () => servers.api(url, [coordinator]), mutation, n)),
    over(names.dbos, () => servers.api(url, [coordinator], 'dbos'), mutation, 32),
    over(names.save, () => servers.api(url, [coordinator], 'save'), mutation, 32),
  ];
}
