// What PostgreSQL says of roles and rights, in one line with the cure. Its own words name roles, databases and tables, never a row.
import pg from 'pg';

const ROLES = 'see "Two roles" in apps/server/README.md';
/** The cure for each of PostgreSQL's codes that an administrator can mend. */
const cures: Readonly<Record<string, string>> = {
  '28000': 'the role of that address cannot sign in: create it with `login`, or let pg_hba.conf admit it.',
  '28P01': 'the password in that address is not the one of its role.',
  '3D000': 'create the database: `createdb --owner OWNER NAME`.',
  '42501': `a role lacks a right: ${ROLES}.`,
  '42704': `a role or an object is not there: ${ROLES}.`,
  '0LP01': `a role cannot be granted: ${ROLES}.`,
  '25006': 'the database takes no changes: name the primary server, not a standby.',
};

/** The line for an error of roles and rights; null when it is something else. */
export function databaseProblem(error: unknown): string | null {
  const origin = error instanceof Error && 'driverError' in error ? error.driverError : error;
  if (!(origin instanceof pg.DatabaseError)) return null;
  const cure = cures[origin.code ?? ''];
  if (cure === undefined) return null;
  return `PostgreSQL: ${origin.message.split('\n')[0]} (${origin.code}): ${cure}`;
}
