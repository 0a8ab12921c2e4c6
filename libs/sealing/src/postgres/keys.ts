// The table of keys: one for each owner and purpose, made on first use, destroyed once and for all.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { MasterKeys } from '../master-keys.js';
import { newWrapped } from '../wrapping.js';

// A key that another transaction makes at the same moment shows when that one has ended: the second look finds it.
const find = `
with wanted as (select w.owner_id, w.wrapped from unnest($2::uuid[], $3::bytea[]) as w (owner_id, wrapped)),
there as (select k.owner_id, k.wrapped from sealing_key k join wanted w on w.owner_id = k.owner_id where k.service_id = $1 and k.purpose = $4),
made as (insert into sealing_key (service_id, owner_id, purpose, wrapped, master_id)
  select $1, w.owner_id, $4, w.wrapped, $5 from wanted w where not exists (select from there t where t.owner_id = w.owner_id)
  on conflict do nothing returning owner_id, wrapped)
select owner_id, wrapped from there union all select owner_id, wrapped from made`;
const LOOKS = 3;

/** The wrapped keys of these owners by id (lower case), made where there was none; null for one that is destroyed. */
export async function keysOf(
  rows: Rows,
  masters: MasterKeys,
  serviceId: Id,
  purpose: string,
  owners: Iterable<Id>,
): Promise<Map<Id, Buffer | null>> {
  const keys = new Map<Id, Buffer | null>();
  // In one order, so that two transactions that make the same keys do not wait for one another.
  let missing = [...new Set([...owners].map((id) => id.toLowerCase()))].toSorted();
  for (let look = 0; look < LOOKS && missing.length > 0; look += 1) {
    const wrapped = missing.map((ownerId) => newWrapped(masters, { serviceId, ownerId, purpose }));
    const values = [serviceId, missing, wrapped, purpose, masters.current.id];
    const found = await rows.query<{ owner_id: Id; wrapped: Buffer | null }>(find, values);
    for (const row of found.rows) keys.set(row.owner_id, row.wrapped);
    missing = missing.filter((id) => !keys.has(id));
  }
  if (missing.length > 0)
    throw new Error('A key can be neither found nor made: does this transaction see its service?');
  return keys;
}

/**
 * Destroys the key that seals an owner's words: everything sealed with it is unreadable from then on, here and in every
 * copy of it. The row stays, so that no new key is made. False when it was destroyed before.
 */
export async function destroyKey(rows: Rows, serviceId: Id, ownerId: Id, at: string): Promise<boolean> {
  const done = await rows.query(
    `insert into sealing_key as k (service_id, owner_id, purpose, wrapped, master_id, destroyed_at) values ($1, $2, 'words', null, '', $3)
     on conflict (service_id, owner_id, purpose) do update set wrapped = null, destroyed_at = excluded.destroyed_at where k.destroyed_at is null
     returning owner_id`,
    [serviceId, ownerId, at],
  );
  return done.rows.length > 0;
}
