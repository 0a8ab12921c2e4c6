// How persons are found again without their values being read: keyed digests of what two records of one person would share.
import { createHmac } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/casework';
import { matchKeys, type Comparable } from '#libs/intake';
import type { Field, Values } from './fields.js';

/** The fields people are compared by. */
export const compared = [
  'given',
  'family',
  'knownAs',
  'asWritten',
  'bornOn',
  'telephone',
  'email',
] as const satisfies Field[];

/** A person as intake compares them. */
export const comparable = (id: Id, values: Values, references: readonly string[] = []): Comparable => ({
  id,
  names: {
    given: values.given ?? null,
    family: values.family ?? null,
    knownAs: values.knownAs ?? null,
    asWritten: values.asWritten ?? ([values.given, values.family].filter(Boolean).join(' ') || null),
  },
  bornOn: values.bornOn ?? null,
  telephone: values.telephone ?? null,
  email: values.email ?? null,
  references,
});

/** Replaces the tokens of these people, whose values are given as they now stand. */
export async function writeTokens(rows: Rows, serviceId: Id, people: ReadonlyMap<Id, Values>): Promise<void> {
  const found = await rows.query<{ match_key: Buffer }>('select match_key from service where id = $1', [serviceId]);
  const key = found.rows[0]?.match_key;
  if (!key) return;
  // Half a digest: 128 bits tell people apart, and the index is the smaller for it.
  const token = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('hex');
  const all = [...people].flatMap(([id, values]) =>
    matchKeys(comparable(id, values)).map((text) => ({ id, token: token(text) })),
  );
  await rows.query(
    `with wanted as (select w.id, decode(w.token, 'hex') as token from unnest($2::uuid[], $3::text[]) as w (id, token) join person p on p.id = w.id and p.service_id = $4),
     gone as (delete from person_token t where t.person_id = any($1::uuid[]) and t.service_id = $4
       and not exists (select from wanted w where w.id = t.person_id and w.token = t.token))
     insert into person_token (service_id, token, person_id) select $4, token, id from wanted on conflict do nothing`,
    [[...people.keys()], all.map(({ id }) => id), all.map((one) => one.token), serviceId],
  );
}
