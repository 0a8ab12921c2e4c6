// Connections work as the application and plan as they must, straight to PostgreSQL and through PgBouncer in session mode.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { migrate } from './migrate.js';
import { APPLICATION, openPools, type Pools } from './pools.js';

/** A PgBouncer of the machine, such as /usr/sbin/pgbouncer (Debian 12 brings 1.18); without one only the direct way is tried. */
const program = process.env['TEST_PGBOUNCER'];

interface Way {
  /** Addresses as the owner and as whoever signs in. */
  open(database: FreshDatabase): Promise<{ url: string; appUrl: string; close(): Promise<void> }>;
}
const direct: Way = { open: async ({ url, appUrl }) => ({ url, appUrl, close: async () => undefined }) };
const bouncer = (path: string): Way => ({ open: (database) => bounced(path, database) });
const ways: readonly (readonly [string, Way])[] = [
  ['straight to PostgreSQL', direct],
  ...(program === undefined ? [] : ([['through PgBouncer', bouncer(program)]] as const)),
];

describe.each(ways)('%s', (_name, way) => {
  let database: FreshDatabase;
  let through: Awaited<ReturnType<Way['open']>>;
  let pools: Pools;
  beforeAll(async () => {
    database = await emptyDatabase();
    through = await way.open(database);
    await Promise.all([migrate(through.url), migrate(through.url)]); // two processes that start at once
    pools = openPools(through.appUrl, { hot: 2, plain: 2, as: APPLICATION });
  }, 120_000);
  afterAll(async () => {
    await pools?.end();
    await through?.close();
    await database?.drop();
  });

  test('every new connection works as the application and plans without looking at values, and only what reads by key never scans', async () => {
    const ask = `select current_user as role, current_setting('plan_cache_mode') as plans, current_setting('enable_seqscan') as scans`;
    const both = async (pool: Pools['hot']) =>
      (await Promise.all([pool.query(ask), pool.query(ask)])).flatMap(({ rows }) => rows);
    const hot = { role: APPLICATION, plans: 'force_generic_plan', scans: 'off' };
    expect(await both(pools.hot)).toEqual([hot, hot]);
    const plain = { role: APPLICATION, plans: 'force_generic_plan', scans: 'on' };
    expect(await both(pools.plain)).toEqual([plain, plain]);
  });

  test('without a scope the application sees no row of a service, and cannot make one', async () => {
    expect((await pools.plain.query('select from case_file')).rowCount).toBe(0);
    await expect(pools.plain.query(`insert into area (id, name) values (gen_random_uuid(), 'x')`)).rejects.toThrow(
      /permission denied|row-level security/,
    );
  });

  test('a named statement is prepared once a connection, and a connection that is given back is clean for the next', async () => {
    const named = { name: 'counted', text: 'select count(*)::int as some from pg_prepared_statements where name = $1' };
    const client = await pools.hot.connect();
    await client.query({ ...named, values: ['counted'] });
    expect((await client.query({ ...named, values: ['counted'] })).rows).toEqual([{ some: 1 }]);
    client.release();
    const stranger = openPools(through.appUrl, { hot: 1, plain: 1 });
    try {
      const { rows } = await stranger.plain.query(`select current_setting('enable_seqscan') as scans`);
      expect(rows).toEqual([{ scans: 'on' }]);
    } finally {
      await stranger.end();
    }
  });
});

/** Runs PgBouncer in session mode before the database. As root it works as whoever owns the socket of PostgreSQL. */
async function bounced(path: string, { url, appUrl }: FreshDatabase): ReturnType<Way['open']> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bouncer-'));
  const [owner, application] = [new URL(url), new URL(appUrl)];
  const socket = owner.searchParams.get('host') ?? owner.hostname;
  const port = await freePort();
  writeFileSync(
    join(folder, 'users'),
    [owner, application].map((one) => `"${one.username}" "${decodeURIComponent(one.password)}"\n`).join(''),
  );
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n* = host=${socket} port=${owner.port || '5432'}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\n` +
      `unix_socket_dir =\nauth_type = plain\nauth_file = ${folder}/users\npool_mode = session\nmax_client_conn = 50\n`,
  );
  const account = accountOf(socket);
  for (const name of ['users', 'pgbouncer.ini', '.'])
    if (account) chownSync(join(folder, name), account.uid, account.gid);
  chmodSync(folder, 0o711);
  const child = spawn(path, ['-q', join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...account });
  const ended = once(child, 'exit');
  await answering(child, port);
  const at = (one: URL) => `postgresql://${one.username}:${one.password}@127.0.0.1:${port}${one.pathname}`;
  return {
    url: at(owner),
    appUrl: at(application),
    close: async () => {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function accountOf(socket: string): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0 || !socket.startsWith('/')) return null;
  const { uid, gid } = statSync(socket);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Resolves when somebody listens; a PgBouncer that cannot start is an error. */
async function answering(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const taken = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
    if (taken) return;
  }
  throw new Error(`PgBouncer ended with ${child.exitCode}`);
}
