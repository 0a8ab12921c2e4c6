// A PostgreSQL as an administrator has one: Debian's or another's programs, with passwords, and a superuser who is not Concord's.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { accountFor } from '../../../libs/database/src/embedded/account.js';

export interface OwnPostgres {
  /** Address of a database as somebody. */
  url(user: string, password: string, database: string): string;
  /** Runs SQL as the superuser, as `psql -f` does: the whole text, statement by statement. */
  administer(sql: string): Promise<void>;
  close(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const PASSWORD = 'superuser';

/** Folders with initdb and postgres: those that POSTGRES_PROGRAMS names with commas between, else Debian's newest, else those of the embedded one. */
export function postgresPrograms(): string[] {
  const named = process.env['POSTGRES_PROGRAMS'];
  if (named) return named.split(',');
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  return [found ?? join(accountFor(tmpdir()).programs, 'bin')];
}

/** As root PostgreSQL does not run: Debian's account does. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Makes an empty cluster in a scratch folder and starts it, on a socket alone. */
export async function openOwnPostgres(programs: string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'own-pg-'));
  const as = account();
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, PASSWORD);
  mkdirSync(data);
  chmodSync(folder, 0o711);
  if (as.uid !== undefined) for (const path of [folder, data, secret]) chownSync(path, as.uid, as.gid ?? as.uid);
  const flags = ['-D', data, '-U', 'postgres', `--pwfile=${secret}`, '-A', 'scram-sha-256', '--no-sync', '-E', 'UTF8'];
  execFileSync(join(programs, 'initdb'), flags, { ...as, cwd: folder, stdio: 'ignore' });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'].flatMap((one) => [
    '-c',
    one,
  ]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...as, cwd: folder, stdio: 'ignore' });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const administer = async (sql: string, database = 'postgres') => {
    const client = new Client({ connectionString: url('postgres', PASSWORD, database) });
    await client.connect();
    try {
      // `create database` stands in no transaction, and so in no text of several statements.
      for (const statement of sql
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean))
        await client.query(statement);
    } finally {
      await client.end();
    }
  };
  for (const until = Date.now() + 30_000; ; await pause(50)) {
    const answers = await administer('select 1').then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (Date.now() > until || server.exitCode !== null) throw new Error(`${programs} did not start`);
  }
  return {
    url,
    administer,
    close: async () => {
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
