// Promise: a backup that is made while the service works is whole; restored elsewhere it is checked, opens with the key, and nothing is sent twice.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { keyDigest } from '#libs/commands';
import { runServer, stopServer } from '../../libs/database/src/embedded/embedded-postgres.js';
import { insist } from '../harness/process/insisting-clients.js';
import { makeServerFolder, type ServerFolder } from '../harness/process/killable-server.js';
import { root } from '../architecture/sources.js';

let place: string;
let folder: ServerFolder;
let restored: string | null = null;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'concord-backup-'));
  execFileSync('chmod', ['0711', place]);
  folder = makeServerFolder(place);
}, 400_000);
afterAll(async () => {
  if (restored !== null) await stopServer(restored);
  await folder.clearAway();
  rmSync(place, { recursive: true, force: true });
}, 60_000);

function concord(args: string[], data: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const launcher = join(root, 'apps/cli/launch/cli.mjs');
    const env = { ...process.env, NODE_OPTIONS: '', INIT_CWD: place, DATABASE_URL: '', CONCORD_DATA: data };
    execFile(process.execPath, [launcher, ...args], { cwd: root, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('made under load, restored into another folder with the key: every acknowledged case is there, whole, and what was due is held back', async () => {
  const server = await folder.start();
  const url = await folder.databaseUrl();
  const load = insist(server, 4, 'backed up');
  await load.again();
  const sure = [...load.acknowledged];
  const made = await concord(['backup', 'copy'], folder.place);
  await load.again();
  await load.ends();
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toMatch(/^Backed up embedded PostgreSQL .* in \d+\.\d s\.\nThe master key is not in it/);
  expect(existsSync(join(place, 'copy', 'master-key'))).toBe(false);

  // Messages of the service as it goes on after the backup: the restored one cannot know of them.
  const live = new Client({ connectionString: url });
  await live.connect();
  const due = await live.query<{ n: number }>(
    'select count(*)::int as n from notice where sent_at is null and cancelled_at is null and not_before <= now()',
  );
  await live.end();
  await server.kill();
  await stopServer(folder.dataFolder() ?? '');

  const elsewhere = join(place, 'elsewhere');
  const strange = await concord(['restore', 'copy'], elsewhere);
  expect([strange.code, strange.err]).toEqual([1, expect.stringMatching(/wrapped by another master key/) as string]);
  rmSync(elsewhere, { recursive: true });

  execFileSync('mkdir', ['-p', '-m', '0711', elsewhere]);
  writeFileSync(join(elsewhere, 'master-key'), readFileSync(join(folder.place, 'master-key')), { mode: 0o600 });
  const back = await concord(['restore', 'copy'], elsewhere);
  expect([back.code, back.err]).toEqual([0, '']);
  expect(back.out).toMatch(/^Restored the backup of \S+ in \d+\.\d s: \d+ cases, \d+ journal entries,\n.* 0 broken\./);
  expect(Number(/Held back: (\d+) messages/.exec(back.out)?.[1])).toBe(due.rows[0]?.n);
  expect(await concord(['restore', 'copy'], elsewhere)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/There is data in .* already/) as string,
  });

  const { url: there, folder: data } = await runServer({ folder: join(elsewhere, 'postgres'), durable: true });
  restored = data;
  const client = new Client({ connectionString: there });
  await client.connect();
  const kept = await client.query<{ n: number }>('select count(*)::int as n from answer where key = any($1)', [
    sure.map(keyDigest),
  ]);
  const jobs = await client.query<{ n: number }>(
    `select count(*)::int as n from notice n join pgboss.job j on j.singleton_key = n.case_id || '/' || n.id where n.held_since is not null and j.state = 'created'`,
  );
  await client.end();
  expect([kept.rows[0]?.n, jobs.rows[0]?.n]).toEqual([sure.length, 0]);
}, 400_000);
