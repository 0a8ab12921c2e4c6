// The master key is rotated: every key it wrapped is wrapped anew by the one in use. What the keys sealed is not touched.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { MasterKeys } from '../master-keys.js';
import { rewrap } from '../wrapping.js';

export interface Rotated {
  /** Keys wrapped anew by this run. */
  rewrapped: number;
  /** Keys under the master key in use, once it has ended. */
  current: number;
  /** Keys under master keys that this process was not given, by name. */
  unknown: { masterId: string; keys: number }[];
}

// Some milliseconds of wrapping and one statement: readers and writers beside it wait for nothing longer.
const AT_ONCE = 500;

/**
 * Wraps every key of every service anew, some hundred at a time, each batch a transaction of its own. It may be broken off
 * and run again, and run while the service works: a process with both master keys opens what is wrapped by either, and a key
 * that is destroyed meanwhile stays destroyed. `rows` must see all services.
 */
export async function rotate(
  rows: Rows,
  masters: MasterKeys,
  onProgress: (rewrapped: number) => void = () => undefined,
): Promise<Rotated> {
  let rewrapped = 0;
  for (let done = masters.previous ? await batch(rows, masters) : 0; done > 0; done = await batch(rows, masters)) {
    rewrapped += done;
    onProgress(rewrapped);
  }
  const wrappedBy = await mastersIn(rows);
  const { current } = masters;
  return {
    rewrapped,
    current: wrappedBy.find(({ masterId }) => masterId === current.id)?.keys ?? 0,
    unknown: wrappedBy.filter(({ masterId }) => masterId !== current.id),
  };
}

interface Row {
  service_id: Id;
  owner_id: Id;
  purpose: string;
  wrapped: Buffer;
}

/** Gives how many keys were taken up: none when all are done. */
async function batch(rows: Rows, masters: MasterKeys): Promise<number> {
  const { rows: old } = await rows.query<Row>(
    `select service_id, owner_id, purpose, wrapped from sealing_key where master_id = $1 and wrapped is not null
     order by service_id, owner_id limit ${AT_ONCE}`,
    [masters.previous?.id],
  );
  const fresh = old.map((row) =>
    rewrap(masters, { serviceId: row.service_id, ownerId: row.owner_id, purpose: row.purpose }, row.wrapped),
  );
  // Only where the key is still the one that was read: one that was destroyed meanwhile must not come back.
  await rows.query(
    `update sealing_key k set wrapped = r.fresh, master_id = $6
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) as r (service_id, owner_id, purpose, old, fresh)
     where k.service_id = r.service_id and k.owner_id = r.owner_id and k.purpose = r.purpose and k.wrapped = r.old`,
    [
      old.map((row) => row.service_id),
      old.map((row) => row.owner_id),
      old.map((row) => row.purpose),
      old.map((row) => row.wrapped),
      fresh,
      masters.current.id,
    ],
  );
  return old.length;
}

/** How many living keys each master key wraps, over all services. Names say nothing about the keys; any role may ask. */
export async function mastersIn(rows: Rows): Promise<{ masterId: string; keys: number }[]> {
  const found = await rows.query<{ masterId: string; keys: number }>(
    'select master_id as "masterId", keys::int as keys from concord_master_keys()',
  );
  return found.rows;
}
