// Promise: no fault of the database, of the machine or of a clock ends the service or loses or doubles a command; it is back by itself.
// FAULTS=all tries every fault (disk and clock need root and FAKETIME_LIBRARY); by default a sample.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { keyDigest } from '#libs/commands';
import { checkJournals } from '#libs/casework';
import { migrate, openPools } from '#libs/database';
import { seedDemo } from '../../apps/demo/src/demo.js';
import { stopServer } from '../../libs/database/src/embedded/embedded-postgres.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { openIssuer, type Issuer } from '../harness/process/issuer.js';
import { insist, type Insisting } from '../harness/process/insisting-clients.js';
import { makeServerFolder, type KillableServer, type ServerFolder } from '../harness/process/killable-server.js';

const all = process.env['FAULTS'] === 'all';
const faketime = process.env['FAKETIME_LIBRARY'];
/** A machine that runs all tests at once is slower than the one of the trial. */
const BACK_MS = all ? 10_000 : 30_000;
const CLIENTS = 6;
/** A disk small enough to be filled in a moment, and large enough for PostgreSQL's log of a trial. */
const DISK = 'size=700m';
/** Seconds: longer than every time limit of the service. */
const STOPPED_SECONDS = 15;

let disk: string;
let folder: ServerFolder;
let server: KillableServer;
let settings: NodeJS.ProcessEnv;
let issuer: Issuer;
let load: Insisting;
const served = () => ({ url: server.url, tokens: issuer.tokens });
afterEach(() => load.abandon());
const data = () => folder.dataFolder() ?? '';
beforeAll(async () => {
  disk = mkdtempSync(join(tmpdir(), 'concord-faults-'));
  execFileSync('chmod', ['0711', disk]);
  if (all) execFileSync('mount', ['-t', 'tmpfs', '-o', `${DISK},mode=0711`, 'tmpfs', disk]);
  folder = makeServerFolder(disk);
  // A PostgreSQL of its own, which ends and starts without Concord; its roles as production has them.
  const owner = await folder.databaseUrl();
  writeFileSync(join(disk, 'time'), '+0');
  issuer = await openIssuer();
  await migrate(owner);
  await seedDemo(owner, testMasterKeys);
  settings = {
    DATABASE_URL: await folder.applicationUrl(),
    MIGRATION_DATABASE_URL: owner,
    MASTER_KEY: testMasterKeys.current.key.export().toString('base64'),
    ...issuer.settings,
    ...(faketime !== undefined && {
      LD_PRELOAD: faketime,
      FAKETIME_TIMESTAMP_FILE: join(disk, 'time'),
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    }),
  };
  server = await folder.start(settings);
}, 120_000);
afterAll(async () => {
  await folder.clearAway();
  await issuer?.close();
  if (all) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
}, 60_000);

const postmaster = (): number => Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0]);
const family = (): number[] => {
  const children = execFileSync('pgrep', ['-P', String(postmaster())], { encoding: 'utf8' });
  return [postmaster(), ...children.trim().split('\n').map(Number)];
};
const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) process.kill(pid, name);
};
async function sql<R extends object>(text: string, ...values: unknown[]): Promise<R[]> {
  const client = new Client({ connectionString: await folder.databaseUrl() });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
const startPostgres = async () => void (await folder.databaseUrl());
const ready = async () => {
  const began = performance.now();
  const reply = await fetch(new URL('/health/ready', server.url));
  return { status: reply.status, why: ((await reply.json()) as { why?: string[] }).why, ms: performance.now() - began };
};

/** What is done, and undone; how the process's health names it meanwhile, where it can be seen. */
interface Fault {
  readonly name: string;
  begin(): Promise<unknown> | void;
  readonly seen?: RegExp;
  readonly seconds?: number;
  end?(): Promise<unknown> | void;
}
const backends = `from pg_stat_activity where application_name like 'concord%' and pid <> pg_backend_pid()`;
const sample: Fault[] = [
  { name: 'every connection is cut', begin: () => sql(`select pg_terminate_backend(pid) ${backends}`) },
  {
    name: 'a backend is killed, and PostgreSQL recovers by itself',
    begin: async () => {
      const [one] = await sql<{ pid: number }>(`select pid ${backends} limit 1`);
      if (one) process.kill(one.pid, 'SIGKILL');
    },
  },
  {
    name: 'PostgreSQL is killed, and started a second later',
    begin: () => signal([postmaster()], 'SIGKILL'),
    seen: /does not answer/,
    seconds: 1,
    end: startPostgres,
  },
];
const others: Fault[] = [
  {
    name: 'PostgreSQL is stopped and started',
    begin: () => stopServer(data()),
    seen: /does not answer/,
    seconds: 2,
    end: startPostgres,
  },
  {
    name: `PostgreSQL keeps silent for ${STOPPED_SECONDS} seconds`,
    begin: () => signal(family(), 'SIGSTOP'),
    seen: /does not answer/,
    seconds: STOPPED_SECONDS,
    end: () => signal(family(), 'SIGCONT'),
  },
  {
    name: 'the process itself is stopped',
    begin: () => signal([server.pid], 'SIGSTOP'),
    seconds: STOPPED_SECONDS,
    end: () => signal([server.pid], 'SIGCONT'),
  },
  {
    name: 'no connection is to be had',
    begin: async () => {
      await sql('alter database concord connection limit 0');
      await sql(`select pg_terminate_backend(pid) ${backends}`);
    },
    seen: /no more connections/,
    seconds: 5,
    end: () => sql('alter database concord connection limit -1'),
  },
  {
    name: 'a table is locked for twenty seconds',
    begin: () => {
      locked = sql('begin; lock table answer in access exclusive mode; select pg_sleep(20); commit');
    },
    seconds: 5,
    end: () => locked,
  },
  {
    name: 'the disk is full',
    begin: () => {
      execFileSync('sh', ['-c', `dd if=/dev/zero of=${join(disk, 'fill')} bs=1M 2>/dev/null || true`]);
    },
    seen: /disk|does not answer|starting/,
    seconds: 8,
    end: async () => {
      rmSync(join(disk, 'fill'), { force: true });
      await startPostgres();
    },
  },
  ...(faketime === undefined
    ? []
    : ['+2d', '-2d'].map((by) => ({
        name: `the clock of the machine is set ${by}`,
        begin: () => writeFileSync(join(disk, 'time'), by),
        seen: /clocks/,
        seconds: 3,
        end: () => writeFileSync(join(disk, 'time'), '+0'),
      }))),
];
let locked: Promise<unknown> = Promise.resolve();

test.each((all ? [...sample, ...others] : sample).map((fault) => [fault.name, fault] as const))(
  '%s: nothing acknowledged is lost, nothing is doubled, and it is back within ten seconds',
  async (name, { begin, seen, seconds = 0, end }) => {
    const [before] = await sql<{ cases: number }>('select count(*)::int as cases from case_file');
    load = insist(served(), CLIENTS, name);
    await load.again();
    const spoken = server.said().length;
    await begin();
    await pause(seconds * 1000);
    if (seen) {
      const { status, why, ms } = await ready();
      expect([status, why?.join(' ')]).toEqual([503, expect.stringMatching(seen) as string]);
      expect(ms).toBeLessThan(1_200);
    }
    await end?.();
    const back = await load.again();
    await load.ends();
    expect(back).toBeLessThan(BACK_MS);
    expect(server.isAlive()).toBe(true);
    expect(server.said().slice(spoken)).not.toMatch(/^\s+at /m);
    const keys = [...load.acknowledged];
    const [kept] = await sql<{ answers: number; cases: number }>(
      `select count(*)::int as answers, (select count(*)::int from case_file) as cases from answer where key = any($1)`,
      keys.map(keyDigest),
    );
    expect(kept).toEqual({ answers: keys.length, cases: (before?.cases ?? 0) + keys.length });
    expect(
      await sql(`select 1 from journal where at > now() + interval '1 minute' or at < now() - interval '1 hour'`),
    ).toEqual([]);
    process.stdout.write(
      `${name}: ${keys.length} acknowledged, back after ${Math.round(back)} ms, met ${[...load.troubles].join(', ') || 'no trouble'}\n`,
    );
  },
  120_000,
);

test('afterwards every journal is whole', async () => {
  const pools = openPools(await folder.databaseUrl(), { hot: 1, plain: 2 });
  expect((await checkJournals(pools.plain)).faults).toEqual([]);
  await pools.end();
});

test('told to stop under load, with a client that has half sent its request, it ends in order with 0', async () => {
  load = insist(served(), CLIENTS, 'stopping');
  await load.again();
  const { port, hostname } = new URL(server.url);
  const half = connect(Number(port), hostname).on('error', () => undefined);
  await new Promise((sent) => half.write('POST /graphql HTTP/1.1\r\nho', sent));
  const began = performance.now();
  const code = await server.stop();
  half.destroy();
  expect(code).toBe(0);
  expect(performance.now() - began).toBeLessThan(15_000);
  server = await folder.start({ ...settings, PORT: port });
  await load.ends();
  const [kept] = await sql<{ n: number }>(
    'select count(*)::int as n from answer where key = any($1)',
    [...load.acknowledged].map(keyDigest),
  );
  expect(kept?.n).toBe(load.acknowledged.size);
}, 60_000);
