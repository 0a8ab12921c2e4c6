// Promise: an administrator with an ordinary PostgreSQL of version 15 or newer gets from nothing to a first coordinator signed in, by the commands of apps/server/README.md.
// POSTGRES_PROGRAMS=/path/bin,/other/bin tries other versions than Debian's.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOwnPostgres, postgresPrograms, type OwnPostgres } from '../harness/database/own-postgres.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { openIssuer, type Issuer } from '../harness/process/issuer.js';
import { root } from '../architecture/sources.js';

const page = readFileSync(join(root, 'apps/server/README.md'), 'utf8');
/** The SQL of the page's section on roles, as it stands there. */
const roles = /## Two roles[^]*?```sql\n([^]*?)```/.exec(page)?.[1] ?? '';

interface Ended {
  code: number;
  out: string;
  err: string;
}
const running = new Set<ChildProcess>();
function concord(args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const launcher = join(root, 'apps/cli/launch/cli.mjs');
    const given = { ...process.env, NODE_OPTIONS: '', ...env };
    const child = execFile(process.execPath, [launcher, ...args], { cwd: root, env: given }, (error, out, err) => {
      running.delete(child);
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    running.add(child);
  });
}
/** Starts a process with the API; gives where it answers when it is ready, or what it said when it ended. */
async function start(env: NodeJS.ProcessEnv): Promise<{ url: string; said: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js'), '--only', 'api'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', PUBLIC_URL: 'http://localhost:1', ...env },
  });
  const gone = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  await new Promise<void>((resolve) => {
    child.stdout.on('data', () => said.includes('Ctrl-C') && resolve());
    void gone.then(() => resolve());
  });
  return {
    url: /^ +GraphQL +(\S+)$/m.exec(said)?.[1] ?? '',
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

describe.each(postgresPrograms())('on %s', (bin) => {
  let postgres: OwnPostgres;
  let issuer: Issuer;
  let folder: string;
  let settings: NodeJS.ProcessEnv;
  beforeAll(async () => {
    postgres = await openOwnPostgres(bin);
    issuer = await openIssuer();
    folder = mkdtempSync(join(tmpdir(), 'concord-first-day-'));
    settings = {
      DATABASE_URL: postgres.url('concord', 'APP_PASSWORD', 'concord'),
      MIGRATION_DATABASE_URL: postgres.url('concord_owner', 'OWNER_PASSWORD', 'concord'),
      MASTER_KEY: testMasterKeys.current.key.export().toString('base64'),
      CONCORD_DATA: join(folder, 'data'),
      ...issuer.settings,
    };
  }, 400_000);
  afterAll(async () => {
    for (const child of running) child.kill();
    await issuer.close();
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('what is not there yet is one plain line with the cure: the roles, the database, the password, the right', async () => {
    const list = (own: NodeJS.ProcessEnv = {}) => concord(['service', 'list'], { ...settings, ...own });
    const expectLine = ({ code, err }: Ended, line: RegExp) => {
      expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringMatching(line) as string]]);
    };
    expectLine(await list(), /^concord: Cannot reach the PostgreSQL .*28P01/);
    await postgres.administer(`create role poor login password 'poor'; create database other owner poor`);
    const poor = postgres.url('poor', 'poor', 'other');
    const asPoor = { DATABASE_URL: poor, MIGRATION_DATABASE_URL: poor };
    expectLine(await list(asPoor), /^concord: PostgreSQL: .* \(42501\): a role lacks a right: see "Two roles"/);
    await postgres.administer(roles);
    expectLine(
      await list({ MIGRATION_DATABASE_URL: postgres.url('concord', 'APP_PASSWORD', 'concord') }),
      /^concord: PostgreSQL: permission denied .*\(42501\)/,
    );
  }, 240_000);

  test('two first starts at once on an empty database are both ready; one of them made everything', async () => {
    const both = await Promise.all([start(settings), start(settings)]);
    expect(both.map(({ url, said }) => url || said)).toEqual([
      expect.stringMatching(/^http/) as string,
      expect.stringMatching(/^http/) as string,
    ]);
    await Promise.all(both.map((one) => one.stop()));
  }, 240_000);

  test('a service is made from a file, the same file again changes nothing, and its coordinator is let in', async () => {
    const described = JSON.parse((await concord(['service', 'example'], settings)).out) as {
      staff: { subject: string }[];
    };
    const file = join(folder, 'service.json');
    const [first] = described.staff;
    if (first) first.subject = 'demo-coordinator'; // whom this sign-in service has a token for
    writeFileSync(file, JSON.stringify(described));
    const made = await concord(['service', 'create', file], settings);
    expect([made.code, made.out]).toEqual([
      0,
      expect.stringMatching(/^Made: Northfold .*, 1 new members of staff/) as string,
    ]);
    const serviceId = /AUTH_SERVICE=([0-9a-f-]{36})/.exec(made.out)?.[1] ?? '';
    expect((await concord(['service', 'create', file], settings)).out).toMatch(/^Known: .*, 0 new members of staff/);
    expect((await concord(['service', 'list'], settings)).out).toBe(`${serviceId}  Northfold Restorative Justice\n`);

    const served = await start(settings);
    const ask = async (query: string) => {
      const reply = await fetch(served.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await issuer.sign('demo-coordinator', serviceId)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query }),
      });
      return (await reply.json()) as object;
    };
    expect(await ask('{ me { name } consentTexts { purpose } }')).toMatchObject({
      data: { me: { name: 'Cora Coordinator' } },
    });
    await served.stop();

    const sheet = join(root, 'test/fixtures/facilitators.csv');
    expect(await concord(['staff', sheet], settings)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^concord: Say for which service: CONCORD_SERVICE/) as string,
    });
    expect((await concord(['staff', sheet], { ...settings, CONCORD_SERVICE: serviceId })).out).toMatch(
      /^[1-9]\d* added/m,
    );
    // nothing of the demonstration was planted beside it
    expect((await concord(['service', 'list'], settings)).out.trim().split('\n')).toHaveLength(1);
  }, 400_000);

  test('a file that is wrong is told line by line, by its places', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, JSON.stringify({ name: '', commissions: [], staff: [], settings: { consentDays: 'soon' } }));
    const { code, err } = await concord(['service', 'create', file], settings);
    expect(code).toBe(1);
    const places = err
      .trim()
      .split('\n')
      .map((line) => /^concord: ([\w.]+):/.exec(line)?.[1]);
    expect(places.toSorted()).toEqual(['commissions', 'name', 'settings.consentDays', 'staff']);
  });
});
