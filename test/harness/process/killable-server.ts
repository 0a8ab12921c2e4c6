// `npm start` as a process of its own that a test may kill: on an embedded, durable PostgreSQL in a scratch folder, at a port the system chooses.
import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { runServer, stopServer } from '../../../libs/database/src/embedded/embedded-postgres.js';
import { root } from '../../architecture/sources.js';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** A server that said that it is ready. */
export interface KillableServer {
  readonly url: string;
  /** The demo tokens of its banner, by role; the same after every start. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly pid: number;
  isAlive(): boolean;
  /** Everything it has written, for the person at the keyboard and for the log. */
  said(): string;
  /** SIGTERM; gives the exit code, null when a signal ended it. */
  stop(): Promise<number | null>;
  /** `kill -9`: no handler runs, nothing is said goodbye to. PostgreSQL stays behind as an orphan. */
  kill(): Promise<void>;
}
/** A folder with the data of a server that is started, killed and started again. */
export interface ServerFolder {
  /** CONCORD_DATA of its processes. */
  readonly place: string;
  /** Starts it, with settings besides those of the folder. */
  start(own?: NodeJS.ProcessEnv): Promise<KillableServer>;
  /** Where its PostgreSQL keeps its data; null before `databaseUrl` was asked. */
  dataFolder(): string | null;
  /** Connection string of its PostgreSQL, which runs as long as the folder is in use. */
  databaseUrl(): Promise<string>;
  /** The same as the application. */
  applicationUrl(): Promise<string>;
  /** Ends whatever was started here, and removes the folder. */
  clearAway(): Promise<void>;
}

/** Makes the folder, in `parent`; compiles the sources first when they have changed, as `npm start` does. */
export function makeServerFolder(parent = tmpdir()): ServerFolder {
  execFileSync(process.execPath, ['apps/cli/launch/cli.mjs', 'build'], { cwd: root, stdio: 'ignore' });
  const folder = mkdtempSync(join(parent, 'concord-kill-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs under another account and must be able to pass through
  const postgres = { folder: join(folder, 'postgres'), durable: true };
  let data: string | null = null;
  let running: { kill(): Promise<void> } | null = null;
  return {
    place: folder,
    dataFolder: () => data,
    start: async (own = {}) => {
      const child = launch(folder, own);
      running = { kill: () => end(child) };
      return ready(child);
    },
    databaseUrl: async () => {
      const { url, folder: found } = await runServer(postgres);
      data = found;
      return url;
    },
    applicationUrl: async () => (await runServer(postgres)).appUrl,
    clearAway: async () => {
      await running?.kill();
      if (data === null) await runServer(postgres).then(({ folder: found }) => void (data = found));
      if (data !== null) await stopServer(data);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** The process as it was launched, ready or not: whatever happens to a test, its folder can end it. */
function launch(folder: string, own: NodeJS.ProcessEnv): Child {
  const { DATABASE_URL: _other, ...environment } = process.env;
  return spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js')], {
    cwd: root,
    env: { ...environment, NODE_OPTIONS: '', PORT: '0', CONCORD_DATA: folder, LOG_LEVEL: 'error', ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** `kill -9`, and the ends of the pipes that an orphan of the process may still hold. */
async function end(child: Child): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  child.stdout.destroy();
  child.stderr.destroy();
}

async function ready(child: Child): Promise<KillableServer> {
  const gone = once(child, 'exit');
  let said = '';
  const banner = new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C')) resolve(said);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => reject(new Error(`The server ended before it was ready: ${said}`)));
  });
  const lines = (await banner).split('\n').map((line) => line.trim());
  const url = lines.find((line) => line.startsWith('GraphQL'))?.replace(/^GraphQL\s+/, '') ?? '';
  const tokens = new Map(lines.flatMap((line, at) => (line.startsWith('eyJ') ? [[lines[at - 1] ?? '', line]] : [])));
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    url,
    tokens,
    pid: child.pid ?? 0,
    isAlive,
    said: () => said,
    stop: async () => {
      if (isAlive()) child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
    kill: () => end(child),
  };
}
