// Whether the role the application works as is small enough: row-level security does not hold for owners and superusers.
import { Client } from 'pg';
import { CannotStart } from '#libs/config';

interface Role {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

// Both the role that signed in and the one it works as: injected SQL could say `reset role`. Membership counts as
// holding, since a member may `set role`.
const ROLE = `
  select r.rolname as name,
    bool_or(m.rolsuper) as superuser,
    bool_or(m.rolbypassrls) as bypasses,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns
  from pg_roles r join pg_roles m on pg_has_role(r.oid, m.oid, 'MEMBER')
  where r.rolname in (session_user, current_user)
  group by r.oid, r.rolname`;

/** Lines for what the role of `url` may that the application must not; none when row-level security holds it. */
export async function roleProblems(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a cut connection is the error of what was asked on it, and not the end of the process
  try {
    await client.connect();
    const { rows } = await client.query<Role>(ROLE);
    const some = (of: keyof Role) => rows.some((role) => role[of] === true);
    return [
      ...(some('superuser')
        ? ['DATABASE_URL signs in as a superuser: use a member of concord_app and nothing else.']
        : []),
      ...(some('bypasses') ? ['DATABASE_URL signs in as a role with BYPASSRLS: take that right away.'] : []),
      ...(some('owns')
        ? ['DATABASE_URL signs in as the owner of the tables: give that one in MIGRATION_DATABASE_URL.']
        : []),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws CannotStart with one line for each problem. */
export async function assertSmallRole(url: string): Promise<void> {
  const problems = await roleProblems(url);
  if (problems.length > 0) throw new CannotStart(problems.join('\n'));
}
