// The rows of personal values: sealed with the person's key when they are written, opened when they are read.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import type { Field, Values } from '../fields.js';

/** One value of one person. */
export interface Value {
  id: Id;
  field: Field;
  value: string;
}

const placeOf = (id: Id, field: string): string => `personal_value.value/${id.toLowerCase()}/${field}`;

/** Writes values of people the service knows; the others are left out. */
export async function writeValues(rows: Rows, vault: Sealing, serviceId: Id, values: readonly Value[]): Promise<void> {
  const people = [...new Set(values.map(({ id }) => id))];
  const known = await rows.query<{ id: Id }>('select id from person where id = any($1::uuid[]) and service_id = $2', [
    people,
    serviceId,
  ]);
  const here = new Set(known.rows.map(({ id }) => id));
  const kept = values.filter(({ id }) => here.has(id.toLowerCase()));
  if (kept.length === 0) return;
  const sealed = await vault.sealMany(
    rows,
    serviceId,
    kept.map(({ id, field, value }) => ({ ownerId: id, place: placeOf(id, field), plain: value })),
  );
  await rows.query(
    `insert into personal_value (person_id, field, service_id, value)
     select v.id, v.field, $4, v.value from unnest($1::uuid[], $2::text[], $3::bytea[]) as v (id, field, value)
     on conflict (person_id, field) do update set value = excluded.value, changed_at = now()`,
    [kept.map(({ id }) => id), kept.map(({ field }) => field), sealed.map((one) => one.sealed), serviceId],
  );
}

/** Removes values. */
export async function removeValues(rows: Rows, serviceId: Id, gone: readonly Omit<Value, 'value'>[]): Promise<void> {
  if (gone.length === 0) return;
  await rows.query(
    'delete from personal_value v using unnest($1::uuid[], $2::text[]) as g (id, field) where v.person_id = g.id and v.field = g.field and v.service_id = $3',
    [gone.map(({ id }) => id), gone.map(({ field }) => field), serviceId],
  );
}

/** Reads each person as the record they were merged into. */
export const AS_ONE = { asOne: true } as const;

/** The values of many people in one statement, keys and all. Everyone asked for is in the answer; who is unknown or erased with no values. */
export async function readValues(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  ids: readonly Id[],
  wanted: readonly Field[],
  { asOne = false } = {},
): Promise<Map<Id, Values>> {
  const people = new Map<Id, Values>(ids.map((id) => [id, {}]));
  const found = await rows.query<{ asked: Id; person_id: Id; field: Field; value: Buffer; wrapped: Buffer | null }>(
    // Who is meant is worked out first, and each is then found by key: behind row-level security a condition that calls a
    // function of ours is served by no index, and every value of the service would be read.
    `with w as materialized (${asOne ? 'select asked, one from concord_ones($1::uuid[])' : 'select id as asked, id as one from unnest($1::uuid[]) as w (id)'})
     select w.asked, v.person_id, v.field, v.value, ${vault.keySql('v.service_id', 'v.person_id')} as wrapped
     from w cross join lateral (select v.* from personal_value v where v.person_id = w.one and v.service_id = $2 and v.field = any($3) offset 0) v`,
    [[...people.keys()], serviceId, wanted],
  );
  const open = vault.opening(serviceId);
  for (const { asked, person_id: id, field, value, wrapped } of found.rows) {
    const plain = open(id, placeOf(id, field), value, wrapped);
    const values = people.get(asked);
    if (values && plain !== null) values[field] = plain;
  }
  return people;
}
