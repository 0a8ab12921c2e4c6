// One reader alone with each page, in the small and the large database by turns, so that a disturbance of the machine meets both.
import type { Filled } from './chosen.js';
import { client } from './client.js';
import type { Seeded } from './fill/fill.js';
import { casesOf, type Page } from './pages.js';
import type { PageResult } from './result.js';
import { middle, quantile } from './samples.js';
import { subjectsOf, tokenOf, type Servers } from './servers.js';
import type { ServerReport } from './servers/orders.js';

/** Answers enough for a median of one turn. */
const ENOUGH = 60;
/** Answers of a page before it counts: its code is compiled and its statements are planned by then. */
const WARM = 12;

/** Reads a page for so many seconds in each database. @throws when an answer is not as expected */
export type Read = (page: Page, seconds: number, rounds: number) => Promise<PageResult>;

/** Starts both servers and gives what reads a page. */
export async function readerOf(seeded: Seeded, servers: Servers, small: Filled, large: Filled): Promise<Read> {
  const turn = async (filled: Filled, page: Page, seconds: number, answers: number) => {
    const server = await servers.api(filled.url, subjectsOf(seeded, filled.participants[0] ?? ''));
    const until = performance.now() + seconds * 1000;
    const times: number[] = [];
    await server.report();
    await client(
      {
        port: server.answer.port,
        path: '/graphql',
        token: tokenOf(server, page.reader),
        body: page.body,
        expect: page.expect,
        cases: casesOf(filled, page),
      },
      () => times.length >= answers || (times.length > 0 && performance.now() >= until),
      (ms) => times.push(ms),
    ).catch((error: Error) => {
      throw new Error(`${page.name}: ${error.message}`);
    });
    const { database } = await server.report<ServerReport>();
    return { total: quantile(times, 0.5), database: quantile(database, 0.5) };
  };
  return async (page, seconds, rounds) => {
    for (const filled of [small, large]) await turn(filled, page, seconds, WARM);
    const turns = { small: [] as number[], large: [] as number[], database: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      turns.small.push((await turn(small, page, seconds, ENOUGH)).total);
      const { total, database } = await turn(large, page, seconds, ENOUGH);
      turns.large.push(total);
      turns.database.push(database);
    }
    const { name, most, databaseMost } = page;
    return {
      name,
      most,
      ...(databaseMost !== undefined && { databaseMost }),
      small: middle(turns.small),
      large: middle(turns.large),
      database: middle(turns.database),
    };
  };
}
