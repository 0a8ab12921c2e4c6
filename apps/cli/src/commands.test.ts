// The commands as a person types them, on a database of their own: referrals and staff taken once, journals whole, trouble in one line.
import { execFile, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { root } from '../../../libs/config/src/paths.js';

let database: FreshDatabase;
let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'concord-commands-'));
  copyFileSync(join(root, 'test/fixtures/referrals/referrals-police.csv'), join(folder, 'police.csv'));
  copyFileSync(join(root, 'test/fixtures/facilitators.csv'), join(folder, 'facilitators.csv'));
});
afterAll(async () => {
  for (const child of running) child.kill(); // of a test that gave up waiting
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

interface Ended {
  code: number;
  out: string;
  err: string;
}
/** Runs a command from another folder, as npm does. */
function concord(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const own = { INIT_CWD: folder, DATABASE_URL: database.url, CONCORD_DATA: join(folder, 'data') };
  const given = { ...process.env, ...own, ...env };
  return new Promise((resolve) => {
    const launcher = join(root, 'apps/cli/launch/cli.mjs');
    const child = execFile(process.execPath, [launcher, ...args], { cwd: root, env: given }, (error, out, err) => {
      running.delete(child);
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    running.add(child);
  });
}

test('refer takes a file once and hands back what it could not take', async () => {
  const first = await concord(['refer', 'police.csv', '--from', 'police']);
  expect(first).toMatchObject({ code: 0, err: expect.not.stringContaining('Error') as string });
  const [, taken] = /taken\s+(\d+)/.exec(first.out) ?? [];
  const [, rejected] = /rejected\s+(\d+)/.exec(first.out) ?? [];
  expect(Number(taken)).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'police.csv.rejected.csv'))).toBe(Number(rejected) > 0);
  expect((await concord(['refer', 'police.csv', '--from', 'police'])).out).toMatch(/taken\s+0 /);
});

test('staff takes the sheet, and knows everybody when it is read again', async () => {
  const first = await concord(['staff', 'facilitators.csv']);
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^[1-9]\d* added, 0 known/m) as string });
  const again = await concord(['staff', 'facilitators.csv']);
  expect(again.out).toMatch(/^0 added, [1-9]\d* known/m);
});

test('directory takes a file of Open Referral UK, hands back what it could not take, and knows the rest when it is read again', async () => {
  const entry = (n: number, name: string) => ({
    id: `d0000000-0000-4000-8000-00000000000${n}`,
    name,
    status: 'active',
    organization: { id: 'd0000000-0000-4000-8000-000000000009', name: 'Harbour Trust', description: 'A charity' },
  });
  writeFileSync(join(folder, 'support.json'), JSON.stringify([entry(1, 'Harbour House'), entry(2, '')]));
  const first = await concord(['directory', 'support.json']);
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^row 2, left out: name/) as string });
  expect(first.out).toMatch(/^1 added, 0 known, 1 rejected$/m);
  const back = JSON.parse(readFileSync(join(folder, 'support.json.rejected.json'), 'utf8')) as object[];
  expect(back).toMatchObject([{ row: 2, original: entry(2, '') }]);
  expect((await concord(['directory', 'support.json'])).out).toMatch(/^0 added, 1 known, 1 rejected$/m);
});

test('journal:check finds every journal whole', async () => {
  expect(await concord(['journal:check'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/ 0 broken\n$/) as string,
  });
});

test('retention shows what is due and changes nothing; with --run nothing goes that two managers have not signed', async () => {
  const shown = await concord(['retention']);
  expect(shown).toMatchObject({ code: 0, out: expect.stringMatching(/nothing is due\nNothing was changed/) as string });
  expect((await concord(['retention', '--run'])).out).toMatch(
    /nothing was removed: one manager proposes .* another approves/,
  );
  expect(await concord(['retention', '--all'])).toMatchObject({ code: 1, out: '' });
});

test('reads:check finds the record of reads whole, and says where it ends', async () => {
  expect(await concord(['reads:check'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/ 0 broken\n$/) as string,
  });
});

test('keys:rotate puts every key under the new master key, once; afterwards the old one opens nothing and starts nothing', async () => {
  const kept = readFileSync(join(folder, 'data', 'master-key'), 'utf8').trim();
  const rotating = { MASTER_KEY: randomBytes(32).toString('base64'), MASTER_KEY_PREVIOUS: kept };
  expect((await concord(['keys:rotate'], rotating)).out).toMatch(/^[1-9]\d* keys wrapped anew/);
  expect((await concord(['keys:rotate'], rotating)).out).toMatch(/^0 keys wrapped anew, [1-9]/);
  const { code, err } = await concord(['refer', 'police.csv', '--from', 'police']);
  expect([code, err]).toEqual([1, expect.stringMatching(/wrapped by another master key/) as string]);
});

const issuer = {
  AUTH_ISSUER: 'https://id.example',
  AUTH_AUDIENCE: 'concord',
  AUTH_JWKS_URL: 'https://id.example/keys',
};
test.each<[string[], NodeJS.ProcessEnv, RegExp]>([
  [['start'], { PORT: 'many', ...issuer }, /^concord: PORT must be a number/],
  [
    ['start'],
    { DATABASE_URL: 'postgresql://127.0.0.1:1/nowhere', PORT: '0', ...issuer },
    /^concord: Cannot reach the PostgreSQL at 127\.0\.0\.1\/nowhere/,
  ],
  [['refer', 'nothing.csv', '--from', 'police'], {}, /^concord: Cannot read nothing\.csv: there is no such file/],
  [['staff', 'nothing.csv'], {}, /^concord: Cannot take nothing\.csv/],
  [['directory', 'nothing.json'], {}, /^concord: Cannot take nothing\.json/],
])('%j with %j ends with one line and no stack', async (args, env, line) => {
  const { code, err } = await concord(args, env);
  expect(code).toBe(1);
  expect(err).toMatch(line);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('start in production says everything that is unsafe, a line each, and starts nothing', async () => {
  const { code, out, err } = await concord(['start'], { NODE_ENV: 'production', DATABASE_URL: '' });
  expect([code, out]).toEqual([1, '']);
  const lines = err.trim().split('\n');
  for (const name of ['AUTH_ISSUER', 'DATABASE_URL', 'MASTER_KEY', 'COOKIE_SECRET', 'PUBLIC_URL', 'TRUST_PROXY'])
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^concord: ${name} is missing`)));
  expect(lines).toHaveLength(6);
});

test('start takes no argument but --only: what stands on a command line everybody on the machine can read', async () => {
  const { code, err } = await concord(['start', '--master-key=hush']);
  expect([code, err]).toEqual([
    1,
    'concord: npm start takes no argument but --only: settings come from the environment or from files.\n',
  ]);
});
