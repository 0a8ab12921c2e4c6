// Fills a database with as many cases as are wanted: invented lives, folded by the core, then copied by SQL under new ids.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Id, settingsOf } from '#libs/case';
import { cases, filled, functions, listCopies, people, work, type Copying } from './copying.js';
import { nameEverybody } from './people.js';
import { columns, templates, type Template } from './templates.js';

/** Who is in a filled service. The same in every database that was copied from one with templates. */
export interface Seeded {
  readonly serviceId: Id;
  readonly coordinator: Id;
  readonly manager: Id;
  readonly safeguardingLead: Id;
  /** A facilitator who works on twenty-five cases however many there are. */
  readonly facilitator: Id;
  /** The area that one case in ten came from. */
  readonly areaId: Id;
  /** Who leads and who supervises the templates. */
  readonly lead: Id;
  readonly supervisor: Id;
}

/** Different lives; the copies differ in ids, moments and who works on them. */
const LIVES = 200;

/** Writes the service, its staff and the templates that `addCases` copies, into a migrated database. The lives are those of `now`. */
export async function seedLives(url: string, now: Date, lives = LIVES): Promise<Seeded> {
  const roles = ['coordinator', 'manager', 'safeguardingLead'] as const;
  const [coordinator, manager, safeguardingLead] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = { coordinator, manager, safeguardingLead };
  const [serviceId, areaId, lead, supervisor] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const team = { serviceId, lead, supervisor, coordinator, safeguardingLead };
  const rows = templates(lives, team, settingsOf('{}'), now, randomUUID);
  return withClient(url, async (client) => {
    await client.query(`insert into service (id, name) values ($1, 'A service of the bench')`, [serviceId]);
    await client.query(`insert into area (id, name) values ($1, 'An area of the bench')`, [areaId]);
    for (const role of roles)
      await client.query(
        `with p as (insert into person (id, service_id) values ($1, $2) returning id) insert into staff (id, service_id, subject, roles) select id, $2, $1::uuid::text, array[$3] from p`,
        [ids[role], serviceId, role],
      );
    await client.query('create schema bench');
    for (const name of Object.keys(columns) as Template[]) {
      const table = name === 'life' ? 'bench.life' : `bench.life_${name}`;
      await client.query(`create table ${table} (${columns[name]})`);
      await client.query(`insert into ${table} select * from json_to_recordset($1) as r (${columns[name]})`, [
        JSON.stringify(rows[name]),
      ]);
    }
    await client.query(functions);
    const { rows: named } = await client.query<{ id: Id }>('select bench.facilitator(0) as id');
    return { serviceId, ...ids, areaId, lead, supervisor, facilitator: named[0]?.id ?? '' };
  });
}

/** Fills a database that has templates and no cases with `count` of them; with `fit`, only of those a court date can be told to. */
export async function addCases(url: string, seeded: Seeded, count: number, { fit = false } = {}): Promise<void> {
  const copying: Copying = { ...seeded, count, fit };
  // Three connections, each with tables of its own: one opens cases, one seals names, one writes what work left.
  await withFillers(url, 3, async ([first, second, third]) => {
    const indexes = await takeIndexes(first);
    await first.query(listCopies(copying));
    await first.query(people(copying));
    await Promise.all([
      first.query(cases(copying)),
      nameEverybody(second, seeded.serviceId),
      third.query(work(copying)),
    ]);
    const left = [...indexes];
    const build = async (client: pg.Client) => {
      for (let made = left.shift(); made !== undefined; made = left.shift()) await client.query(made);
    };
    await Promise.all([build(first), build(second)]);
    await afterFill(first, seeded.serviceId);
  });
}

/**
 * What must be done once all rows are there. Triggers do not fire while a database is filled: what they keep is counted
 * anew here, before the statistics are taken.
 */
async function afterFill(client: pg.Client, serviceId: Id): Promise<void> {
  await client.query('analyze');
  await client.query('select figures_rebuild($1)', [serviceId]);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

/** Drops the indexes of the tables that are filled, but for those of constraints, and gives the statements that make them again. */
async function takeIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select i.indexname as name, i.indexdef as made from pg_indexes i where i.schemaname = 'public' and i.tablename = any($1)
     and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    [filled],
  );
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  return rows.map(({ made }) => made);
}

/** Connections for filling. Filling is not what is measured: rows are copied whole, and references are not checked. */
async function withFillers(
  url: string,
  count: 3,
  work: (clients: [pg.Client, pg.Client, pg.Client]) => Promise<void>,
): Promise<void> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  try {
    for (const client of clients) {
      await client.connect();
      await client.query(
        `set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off; set session_replication_role = replica; set jit = off`,
      );
    }
    await work(clients as [pg.Client, pg.Client, pg.Client]);
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}

/** Runs work on one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
