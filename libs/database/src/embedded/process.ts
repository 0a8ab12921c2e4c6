// Whether a process number still belongs to a PostgreSQL: numbers are used again, and a dead child may linger as a name.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** True when the process is alive and is a PostgreSQL. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return /postgres/.test(commandOf(pid));
}

function commandOf(pid: number): string {
  try {
    // On Linux a process that has died and waits to be collected has an empty command line.
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
