// Mappings of a service on PostgreSQL. A version never changes.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { mapping, type Mapping } from '#libs/intake';

export interface SavedMapping {
  readonly name: string;
  readonly version: number;
  readonly mapping: Mapping;
  readonly savedBy: Id;
  readonly savedAt: string;
}
type Row = Omit<SavedMapping, 'mapping'> & { mapping: unknown };

const select = `select m.name, m.version, m.mapping, m.saved_by as "savedBy", m.saved_at as "savedAt" from referral_mapping m`;
// A mapping that was saved by an earlier version of the program is read with the defaults of this one.
const shown = (row: Row): SavedMapping => ({ ...row, mapping: mapping.parse(row.mapping) });

/** The latest version of each, by name. */
export async function latest(rows: Rows, serviceId: Id): Promise<SavedMapping[]> {
  const sql = `select distinct on (l.name) * from (${select} where m.service_id = $1) l order by l.name, l.version desc`;
  return (await rows.query<Row>(sql, [serviceId])).rows.map(shown);
}

/** One by name: this version, or the latest. */
export async function byName(
  rows: Rows,
  serviceId: Id,
  name: string,
  version: number | null = null,
): Promise<SavedMapping | null> {
  const sql = `${select} where m.service_id = $1 and m.name = $2 and ($3::int is null or m.version = $3) order by m.version desc limit 1`;
  const [found] = (await rows.query<Row>(sql, [serviceId, name, version])).rows;
  return found ? shown(found) : null;
}

/** Saves the next version; two at once are two versions. Gives its number. */
export async function save(rows: Rows, serviceId: Id, one: Mapping, by: { id: Id; at: string }): Promise<number> {
  await rows.query('select pg_advisory_xact_lock(hashtext($1))', [`referral mapping ${serviceId} ${one.name}`]);
  const sql = `insert into referral_mapping (service_id, name, version, mapping, saved_by, saved_at)
    select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from referral_mapping where service_id = $1 and name = $2 returning version`;
  const { rows: made } = await rows.query<{ version: number }>(sql, [
    serviceId,
    one.name,
    JSON.stringify(one),
    by.id,
    by.at,
  ]);
  return made[0]?.version ?? 1;
}
