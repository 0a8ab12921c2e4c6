// Which of the filled cases and people the bench asks for.
import type { Id } from '#libs/case';
import { withClient, type Seeded } from './fill/fill.js';

/** A database that was filled, and what is asked for in it. */
export interface Filled {
  readonly url: string;
  /** Open cases, chosen evenly. */
  readonly cases: readonly Id[];
  /** Cases of the facilitator, who may see everything in them. */
  readonly ownCases: readonly Id[];
  /** Persons harmed in open cases that have come to preparation: each has one case in `myCases`. */
  readonly participants: readonly Id[];
}

const CASES = 1_000;

/** Chooses in a filled database. */
export async function chosenIn(url: string, { facilitator }: Seeded): Promise<Filled> {
  return withClient(url, async (client) => {
    const ids = async (sql: string, values: unknown[]) =>
      (await client.query<{ id: Id }>(sql, values)).rows.map(({ id }) => id);
    return {
      url,
      cases: await ids('select id from case_file where closed_at is null order by md5(id::text) limit $1', [CASES]),
      ownCases: await ids(
        'select id from case_file where staff_ids @> array[$1::uuid] and not undeclared_ids @> array[$1::uuid] order by id',
        [facilitator],
      ),
      participants: await ids(
        `select p.person_id as id from case_file c join participant p on p.case_id = c.id
         where c.stage = 'preparation' and p.role = 'harmed' order by md5(p.person_id::text) limit $1`,
        [CASES],
      ),
    };
  });
}

/** The table that waiting deadlines stand in, as pg-boss named it. */
export async function deadlineTable(url: string): Promise<string> {
  return withClient(
    url,
    async (client) =>
      `pgboss.${(await client.query<{ table_name: string }>(`select table_name from pgboss.queue where name = 'deadline'`)).rows[0]?.table_name}`,
  );
}
