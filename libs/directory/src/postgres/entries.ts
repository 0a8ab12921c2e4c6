// The directory on PostgreSQL: one row an entry, with what it is found by beside it.
import type { Id } from '#libs/case';
import { type Cursors, type Listed, type Page, pageOf, type Rows } from '#libs/database';
import type { DirectorySearch, KeptSearch } from '../search.js';
import { areasOf, needsOf, searchedIn, type SupportEntry } from '../open-referral.js';

export interface StoredEntry {
  readonly id: Id;
  readonly entry: SupportEntry;
  readonly checkedOn: string | null;
}

const select = `select s.id, s.entry, s.checked_on::text as "checkedOn", lower(s.name) as place from support_service s`;

/** A page of the entries that are shown, by name. */
export function pageOfEntries(
  rows: Rows,
  cursors: Cursors,
  serviceId: Id,
  { need, area, words }: DirectorySearch,
  page: Page,
): Promise<Listed<StoredEntry>> {
  const values: unknown[] = [serviceId];
  const where = ['s.service_id = $1', 's.shown'];
  if (need) where.push(`s.needs @> array[$${values.push(need.trim().toLowerCase())}]`);
  if (area) where.push(`(s.areas @> array[$${values.push(area.trim().toLowerCase())}] or s.areas = '{}')`);
  if (words?.trim()) where.push(`s.words @@ websearch_to_tsquery('english', $${values.push(words)})`);
  const order = [
    ['lower(s.name)', 'text'],
    ['s.id', 'uuid'],
  ] as const;
  const list = { name: `support services ${serviceId}`, select, where, values, order: [...order], descending: false };
  return pageOf<StoredEntry & { place: string }>(rows, cursors, list, page, ({ place, id }) => [place, id]);
}

/** A page of every entry, the one that was checked longest ago first. `before` is the day before which a check is too old. */
export function pageOfKept(
  rows: Rows,
  cursors: Cursors,
  serviceId: Id,
  { words, isOverdue }: KeptSearch,
  before: string,
  page: Page,
): Promise<Listed<StoredEntry>> {
  const values: unknown[] = [serviceId];
  const where = ['s.service_id = $1'];
  if (isOverdue) where.push(`coalesce(s.checked_on, '0001-01-01') < $${values.push(before)}::date`);
  if (words?.trim()) where.push(`s.words @@ websearch_to_tsquery('english', $${values.push(words)})`);
  const order = [
    [`coalesce(s.checked_on, '0001-01-01')`, 'date'],
    ['s.id', 'uuid'],
  ] as const;
  const list = { name: `kept services ${serviceId}`, select, where, values, order: [...order], descending: false };
  return pageOf<StoredEntry>(rows, cursors, list, page, ({ checkedOn, id }) => [checkedOn ?? '0001-01-01', id]);
}

export async function entryById(rows: Rows, serviceId: Id, id: Id): Promise<StoredEntry | null> {
  const sql = `${select} where s.service_id = $1 and s.id = $2`;
  return (await rows.query<StoredEntry>(sql, [serviceId, id])).rows[0] ?? null;
}

/** What entries that are shown name, each once, in order. */
export async function facetsOf(rows: Rows, serviceId: Id): Promise<{ needs: string[]; areas: string[] }> {
  const of = (column: string) =>
    `array(select distinct x from support_service s, unnest(s.${column}) x where s.service_id = $1 and s.shown order by x)`;
  const sql = `select ${of('needs')} as needs, ${of('areas')} as areas`;
  return (await rows.query<{ needs: string[]; areas: string[] }>(sql, [serviceId])).rows[0] ?? { needs: [], areas: [] };
}

const put = `
insert into support_service (service_id, id, entry, name, needs, areas, searched, checked_on, shown, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (service_id, id) do update set entry = excluded.entry, name = excluded.name, needs = excluded.needs, areas = excluded.areas,
  searched = excluded.searched, checked_on = excluded.checked_on, shown = excluded.shown, changed_at = excluded.changed_at
returning (xmax = 0) as added`;

/** Writes entries; gives how many were new and how many there before. */
export async function writeEntries(
  rows: Rows,
  serviceId: Id,
  entries: readonly SupportEntry[],
  at: string,
): Promise<{ added: number; changed: number }> {
  let added = 0;
  for (const entry of entries) {
    const { id, name, status, assured_date: checked = null } = entry;
    const found = [JSON.stringify(entry), name, needsOf(entry), areasOf(entry), searchedIn(entry), checked];
    const { rows: written } = await rows.query<{ added: boolean }>(put, [
      serviceId,
      id,
      ...found,
      status === 'active',
      at,
    ]);
    if (written[0]?.added) added += 1;
  }
  return { added, changed: entries.length - added };
}

export async function removeEntry(rows: Rows, serviceId: Id, id: Id): Promise<boolean> {
  const sql = 'delete from support_service where service_id = $1 and id = $2 returning id';
  return (await rows.query(sql, [serviceId, id])).rows.length > 0;
}
