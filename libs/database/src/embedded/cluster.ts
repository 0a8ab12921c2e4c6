// The data folder of a PostgreSQL: made once with a random password, then found again.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { APPLICATION } from '../pools.js';
import type { Place } from './account.js';
import { CannotStart } from '#libs/config';

/** The PostgreSQL that package.json names. Data of another major version cannot be read by it. */
const major = '18';

/** The longest path a socket may have on Linux (108 bytes with the closing zero) and macOS (104). */
const longestSocketPath = 103;

/** A data folder that exists, and how to reach the server on it. */
export interface Cluster extends Place {
  /** The folder of the socket: the data folder itself, which only its owner may enter, unless its path is too long. */
  readonly socketFolder: string;
  /** What the server wrote about itself. */
  readonly log: string;
  /** As the owner of everything. */
  url(database: string): string;
  /** As the application, which row-level security holds; `password` is kept beside the owner's. */
  readonly application: { readonly password: string; url(database: string): string };
}

/** Makes the data folder if it is not there. Two processes may try at once: one wins, both use its folder and password. */
export async function ensureCluster(place: Place, durable: boolean): Promise<Cluster> {
  const { folder } = place;
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    const password = keptPassword(`${folder}-password`);
    if (!existsSync(folder)) await initialise(place, password, durable);
    const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (found !== major) {
      throw new CannotStart(
        `${folder} holds data of PostgreSQL ${found}, not ${major}: move it away, or set DATABASE_URL.`,
      );
    }
    const socketFolder = socketFolderOf(place);
    const urlOf = (user: string, secret: string) => (database: string) =>
      `postgresql://${user}:${secret}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
    const own = keptPassword(`${folder}-application-password`);
    return {
      ...place,
      socketFolder,
      log: `${folder}.log`,
      url: urlOf('concord', password),
      application: { password: own, url: urlOf(APPLICATION, own) },
    };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new CannotStart(
        `Cannot use ${path ?? folder} (${code}): it belongs to another user. Run as that user, or remove it.`,
      );
    }
    throw error;
  }
}

/** The password of a data folder, made the first time. Only its owner may read the file. */
function keptPassword(file: string): string {
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, randomBytes(24).toString('hex'), { mode: 0o600 });
    try {
      linkSync(mine, file); // fails when another process was first: its password stands
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(mine);
    }
  }
  return readFileSync(file, 'utf8');
}

/** Makes the folder under another name and renames it when it is whole, so that an interrupted start leaves no half folder. */
async function initialise(place: Place, password: string, durable: boolean): Promise<void> {
  const fresh = `${place.folder}.new-${process.pid}`;
  const passwordFile = `${fresh}-password`; // a copy that the account may read, for as long as initdb runs
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (place.account) for (const path of [fresh, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
    await initdb(place, fresh, passwordFile, durable);
    renameSync(fresh, place.folder);
  } catch (error) {
    if (!existsSync(place.folder)) throw error; // else another process was first: its folder stands
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

function initdb(place: Place, folder: string, passwordFile: string, durable: boolean): Promise<void> {
  // The built-in locale sorts alike on every machine and needs nothing installed.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const flags = [
    `--pgdata=${folder}`,
    '--username=concord',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...locale,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(place.programs, 'bin', 'initdb'),
      [...flags, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
      {
        cwd: dirname(place.folder),
        env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', 'ignore', 'pipe'],
        ...place.account,
      },
    );
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', (error) => reject(new CannotStart(`PostgreSQL cannot run here: ${error.message}.`)));
    child.on('close', (code) => {
      const line = said.split('\n').find((text) => text.includes('error')) ?? `initdb ended with code ${code}`;
      if (code === 0) resolve();
      else reject(new CannotStart(`PostgreSQL could not make its data folder: ${line.trim()}.`));
    });
  });
}

function socketFolderOf({ folder, account }: Place): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestSocketPath) return folder;
  const short = join(
    tmpdir(),
    `concord-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}-${basename(folder)}`,
  );
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const owner = account?.uid ?? process.getuid?.();
  if (account) chownSync(short, account.uid, account.gid);
  if (statSync(short).uid !== owner)
    throw new CannotStart(`${short} belongs to another user: remove it, then try again.`);
  return short;
}
