// Ends the scratch PostgreSQL of a test run and removes its folder: of this run, and of runs that were killed before they could.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stops the server whose data folder is named in `<folder>/server` and removes everything. It holds nothing worth keeping. */
export function clearAway(folder) {
  if (!folder) return;
  const note = join(folder, 'server');
  if (existsSync(note)) {
    const data = readFileSync(note, 'utf8');
    kill(join(data, 'postmaster.pid'));
    for (const path of [data, `${data}.log`, `${data}-password`, `${data}-application-password`])
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** The folder's name holds the number of the process that ran the tests. */
export function clearAwayDeadRuns() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^concord-tests-(\d+)-/.exec(name)?.[1]);
    if (pid && !alive(pid)) clearAway(join(tmpdir(), name));
  }
}

function kill(pidFile) {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    const command = existsSync('/proc/self') ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres';
    if (command.includes('postgres')) process.kill(pid, 'SIGQUIT');
  } catch {
    // it has stopped already, or belongs to another user
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
