// pg_dump and pg_restore, where a PostgreSQL of one's own is backed up: addresses go by the environment, since everybody can read a command line.
import { spawn } from 'node:child_process';
import { CannotStart } from '#libs/config';

/** The address as libpq's own variables. */
function environmentOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ssl = { PGSSLMODE: searchParams.get('sslmode'), PGSSLROOTCERT: searchParams.get('sslrootcert') };
  return {
    ...process.env,
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...Object.fromEntries(Object.entries(ssl).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
  };
}

function run(program: string, args: readonly string[], url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environmentOf(url), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', () =>
      reject(new CannotStart(`${program} is not there: install the client programs of your PostgreSQL.`)),
    );
    child.on('close', (code) => {
      // The first line names an object; what follows may quote a row.
      if (code === 0) resolve();
      else reject(new CannotStart(`${program} could not do it: ${said.split('\n')[0]}`));
    });
  });
}

/** One consistent copy of the database at `url`, in PostgreSQL's own format, without the names of its owners. */
export const dump = (url: string, file: string): Promise<void> =>
  run('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`], url);

/** Puts it into the empty database at `url`: all of it or nothing. */
export const restoreDump = (url: string, file: string): Promise<void> =>
  run(
    'pg_restore',
    ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${new URL(url).pathname.slice(1)}`, file],
    url,
  );
