// Promise: a process that is told to stop loses no request that it accepted, and a cut database connection ends none.
import { keyDigest } from '#libs/commands';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inputOf } from '../harness/api/sample-commands.js';
import { beginSeveral, type SeveralProcesses } from '../harness/process/several-processes.js';

let several: SeveralProcesses;
let owner: Client;
beforeAll(async () => {
  several = await beginSeveral();
  owner = new Client({ connectionString: several.database.url });
  await owner.connect();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await several?.ends();
}, 60_000);

const report = `mutation ($c: Command!, $e: ${inputOf('reportRiskInformation')}!) {
  reportRiskInformation(command: $c, event: $e) { __typename } }`;

/** Clients that each send the next request when the last is answered: a command, a list, a page. */
interface Load {
  /** Keys of commands that were acknowledged. */
  readonly acknowledged: string[];
  /** What was not answered as it should be. */
  readonly failed: string[];
  /** Resolves when each client has had so many more answers. */
  more(rounds: number): Promise<unknown>;
  ends(): Promise<unknown>;
}

const CLIENTS = 4;

function load(): Load {
  const [acknowledged, failed]: [string[], string[]] = [[], []];
  const rounds = Array<number>(CLIENTS).fill(0);
  const waiting: { until: number[]; resolve: () => void }[] = [];
  let over = false;
  const caseId = several.invited[0]?.caseId;
  const command = async () => {
    const key = randomUUID();
    const variables = { c: { caseId, key }, e: { text: `Heard under ${key}` } };
    const answer = await several.ask<{ reportRiskInformation: { __typename: string } }>(
      'demo-manager',
      report,
      variables,
    );
    if (answer.reportRiskInformation.__typename !== 'Told') throw new Error(JSON.stringify(answer));
    acknowledged.push(key);
  };
  const page = async () => {
    const answer = await fetch(`${several.balancer.url}/sign-in`);
    if (!(await answer.text()).includes('Sign in')) throw new Error(`page ${answer.status}`);
  };
  const list = () => several.ask('demo-coordinator', '{ caseload(first: 5) { edges { node { id } } } }');
  const client = async (which: number) => {
    for (let turn = which; !over; turn += 1) {
      await [command, page, list][turn % 3]?.().catch((error: unknown) => failed.push(String(error)));
      rounds[which] = (rounds[which] ?? 0) + 1;
      for (const { until, resolve } of waiting) if (until.every((some, at) => (rounds[at] ?? 0) >= some)) resolve();
    }
  };
  const clients = rounds.map((_none, which) => client(which));
  return {
    acknowledged,
    failed,
    more: (some) =>
      new Promise<void>((resolve) => void waiting.push({ until: rounds.map((now) => now + some), resolve })),
    ends: () => ((over = true), Promise.all(clients)),
  };
}

const kept = async (keys: readonly string[]): Promise<number> => {
  const { rows } = await owner.query<{ kept: number }>(
    'select count(*)::int as kept from answer where key = any($1::text[])',
    [keys.map(keyDigest)],
  );
  return rows[0]?.kept ?? 0;
};

test('every connection is cut under load: all processes live, all answer again, and nothing acknowledged is lost', async () => {
  const under = load();
  await under.more(3);
  const { rowCount } = await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  expect(rowCount).toBeGreaterThan(6);
  await under.more(6);
  const failedBefore = under.failed.length; // a request whose connection was cut says so, and nothing else fails
  await under.more(6);
  await under.ends();
  expect(under.failed.slice(failedBefore)).toEqual([]);
  const { api, web, worker } = several;
  expect([...api, ...web, ...worker].map((running) => running.isAlive())).toEqual([true, true, true, true, true, true]);
  expect(await kept(under.acknowledged)).toBe(under.acknowledged.length);
}, 120_000);

test('one process of each part is told to stop under load: it ends in order, and every request is answered', async () => {
  const under = load();
  await under.more(3);
  const codes = await Promise.all([several.api[0].stop(), several.web[0].stop(), several.worker[0].stop()]);
  await under.more(3);
  await under.ends();
  expect([codes, under.failed]).toEqual([[0, 0, 0], []]);
  expect(under.acknowledged.length).toBeGreaterThan(CLIENTS);
  expect(await kept(under.acknowledged)).toBe(under.acknowledged.length);
}, 120_000);
