// The running PostgreSQL of a data folder: found by its postmaster.pid, started when there is none, stopped through its process.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '#libs/config';
import type { Cluster } from './cluster.js';
import { isPostgres } from './process.js';

/** Recovery after a crash replays at most `max_wal_size` of log; a minute is far more than that takes. */
const patience = 60_000;

/** How long the server may take to stop when asked, before it is told to stop at once (and to recover at the next start). */
const graceful = 3_500;

/** Every setting that differs from PostgreSQL's own default, with its reason. */
const always = {
  listen_addresses: '', // no network at all: a socket only
  unix_socket_permissions: '0700',
  max_connections: '200', // every test file and every client of the bench has a pool
  shared_buffers: '256MB', // the hot part of 100,000 cases
  max_wal_size: '2GB', // fewer checkpoints under load
  jit: 'off', // our statements are short: compiling them costs more than it saves
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

interface Wanted {
  readonly durable: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Resolves when the folder's server accepts connections: one found running (after a `kill -9` of its owner), or a new one. */
export async function ensureServer(cluster: Cluster, wanted: Wanted): Promise<void> {
  const until = Date.now() + patience;
  for (let tries = 0; ; tries += 1) {
    if (await becomesReady(cluster.folder, until)) return;
    forgetDead(cluster.folder);
    const refusal = await launch(cluster, wanted, until);
    if (refusal === null) return;
    // Another process may have started it first, or a killed server's children may still be letting go of its memory.
    const passing = /already exists|still in use|already in use/.test(refusal);
    if (!passing || tries > 20)
      throw new CannotStart(`PostgreSQL could not start: ${refusal} Its log is ${cluster.log}.`);
    await pause(250);
  }
}

/** Whether the first process of the folder's server lives: while it does, it brings the others back after a crash. */
export const isServed = (folder: string): boolean => livingPid(folder) !== null;

/** Stops the folder's server, whichever process started it; resolves when its process is gone. */
export async function stopServer(folder: string): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', graceful],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 500],
  ] as const) {
    const pid = livingPid(folder);
    if (pid === null) return;
    try {
      process.kill(pid, signal);
    } catch {
      return; // it ended between the look and the signal
    }
    for (const until = Date.now() + wait; Date.now() < until && livingPid(folder) !== null;) await pause(15);
  }
}

/** True when a living server says in postmaster.pid that it is ready; waits for one that is starting or stopping. */
async function becomesReady(folder: string, until: number): Promise<boolean> {
  while (Date.now() < until) {
    if (livingPid(folder) === null) return false;
    if (pidFile(folder)[7]?.trim() === 'ready') return true;
    await pause(15);
  }
  throw new CannotStart(`PostgreSQL is still starting in ${folder} after a minute: try again later.`);
}

/** Starts a server that outlives this process if this process is killed. Gives null, or PostgreSQL's own reason for refusing. */
async function launch(cluster: Cluster, wanted: Wanted, until: number): Promise<string | null> {
  const grown = existsSync(cluster.log) && statSync(cluster.log).size > 5_000_000;
  const log = openSync(cluster.log, grown ? 'w' : 'a', 0o600);
  const from = statSync(cluster.log).size;
  const socket = { unix_socket_directories: `"${cluster.socketFolder.replaceAll('"', '""')}"` };
  const settings = { ...always, ...(wanted.durable ? {} : forgetful), ...socket, ...wanted.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(cluster.programs, 'bin', 'postgres'), ['-D', cluster.folder, ...flags], {
    cwd: cluster.folder,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    detached: true, // its own process group: Ctrl-C in the terminal reaches us, and we stop it in order
    stdio: ['ignore', log, log],
    ...cluster.account,
  });
  closeSync(log);
  child.unref();
  const end: { words?: string } = {};
  child.on('error', (error) => (end.words = `${error.message}.`));
  child.on('exit', () => (end.words ??= lastWords(cluster.log, from)));
  const ready = () => livingPid(cluster.folder) === child.pid && pidFile(cluster.folder)[7]?.trim() === 'ready';
  while (end.words === undefined && !ready() && Date.now() < until) await pause(15);
  child.removeAllListeners(); // from here on its end is seen through the connection of the process that owns it
  return end.words ?? (ready() ? null : 'it was not ready after a minute.');
}

/** PostgreSQL trusts that a process with the number in postmaster.pid is a server; after a crash it may be anything. */
function forgetDead(folder: string): void {
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function livingPid(folder: string): number | null {
  const pid = Number(pidFile(folder)[0]);
  return pid > 0 && isPostgres(pid) ? pid : null;
}

function pidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function lastWords(log: string, from: number): string {
  const said = readFileSync(log).subarray(from).toString().split('\n');
  const fatal =
    said.find((line) => /FATAL|PANIC|error/.test(line)) ?? said.findLast((line) => line !== '') ?? 'it said nothing';
  return `${fatal.replace(/^.*(FATAL|PANIC|LOG): +/, '')}.`;
}
