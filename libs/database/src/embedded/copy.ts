// A copy of the embedded PostgreSQL while it works, made with nothing but its own functions, and put back into an empty place.
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { CannotStart } from '#libs/config';
import { accountFor } from './account.js';

/** Files beside the data folder that belong to it: the passwords with which it was made. */
const passwords = ['-password', '-application-password'] as const;
/** What belongs to a running server alone, and what PostgreSQL makes anew. */
const notCopied =
  /^(postmaster\.(pid|opts)|\.s\.PGSQL.*|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|pgsql_tmp.*|pg_wal)$/;

/**
 * Copies the server of `folder`, reached at `url` as its owner, into the folder `to`, which must not be there. Commands go on
 * meanwhile: the copy is of the moment at which it ends. The log of what happened in between is kept by a replication slot
 * that ends with this connection.
 */
export async function copyCluster(url: string, folder: string, to: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'concord backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`select pg_create_physical_replication_slot('concord_backup_${process.pid}', true, true)`);
    await client.query(`select pg_backup_start('concord', true)`);
    mkdirSync(to, { recursive: true, mode: 0o700 });
    copyWithin(folder, to);
    const { rows } = await client.query<{ label: string }>('select labelfile as label from pg_backup_stop(false)');
    writeFileSync(join(to, 'backup_label'), rows[0]?.label ?? '', { mode: 0o600 });
    mkdirSync(join(to, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 });
    copyWithin(join(folder, 'pg_wal'), join(to, 'pg_wal'));
    for (const name of passwords) copyFileSync(`${folder}${name}`, `${to}${name}`);
  } finally {
    await client.end();
  }
}

/** Files come and go while a server works; what has gone is in its log. */
function copyWithin(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    try {
      if (lstatSync(source).isDirectory()) {
        mkdirSync(target, { recursive: true, mode: 0o700 });
        if (!notCopied.test(name)) copyWithin(source, target);
      } else if (!notCopied.test(name)) copyFileSync(source, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/**
 * Puts a copy where the server of `wanted` keeps its data. The next start recovers to the moment of the copy.
 * @throws CannotStart where there is data already: nothing is overwritten.
 */
export function restoreCluster(from: string, wanted: string): void {
  const { folder, account } = accountFor(wanted);
  if (existsSync(folder)) throw new CannotStart(`There is data in ${folder} already: move it away first.`);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const fresh = `${folder}.restored-${process.pid}`;
  try {
    cpSync(from, fresh, { recursive: true });
    own(fresh, account);
    for (const name of passwords) {
      copyFileSync(`${from}${name}`, `${folder}${name}`);
      chmodSync(`${folder}${name}`, 0o600);
    }
    renameSync(fresh, folder); // whole or not at all
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** PostgreSQL asks that its folders are its account's, and nobody else's. */
function own(path: string, account: { readonly uid: number; readonly gid: number } | null): void {
  if (account) chownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return void chmodSync(path, 0o600);
  chmodSync(path, 0o700);
  for (const name of readdirSync(path)) own(join(path, name), account);
}
