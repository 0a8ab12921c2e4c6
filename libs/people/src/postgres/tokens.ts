// How persons are found again without their values being read: keyed digests of what two records of one person would share.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import { folded } from '#libs/intake';
import { matchKeys, nameWords, wordKeys, type Comparable } from '#libs/matching';
import type { Field, Values } from '../fields.js';

/** The fields people are compared by. */
export const compared = [
  'given',
  'family',
  'knownAs',
  'asWritten',
  'bornOn',
  'telephone',
  'telephones',
  'formerNames',
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
  telephones: listed<{ number: string }>(values.telephones).map(({ number }) => number),
  formerNames: listed<string>(values.formerNames),
  email: values.email ?? null,
  references,
});

/** A detail that is kept as a list. */
export const listed = <T>(json: string | undefined): T[] => (json === undefined ? [] : (JSON.parse(json) as T[]));

/** The tokens of match keys. Half a digest: 128 bits tell people apart, and the index is the smaller for it. */
export async function tokensOf(rows: Rows, vault: Sealing, serviceId: Id, keys: readonly string[]): Promise<Buffer[]> {
  return (await vault.digests(rows, serviceId, 'match', keys)).map((digest) => digest.subarray(0, 16));
}

/** A crime reference as it is compared, however it is spelt. */
export const referenceKey = (reference: string): string => `reference ${folded(reference)}`;

/** Lets people be found by the references of their offences. */
export async function writeReferences(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  people: readonly { id: Id; references: readonly string[] }[],
): Promise<void> {
  const all = people.flatMap(({ id, references }) =>
    references.map((reference) => ({ id, text: referenceKey(reference) })),
  );
  if (all.length === 0) return;
  const tokens = await tokensOf(
    rows,
    vault,
    serviceId,
    all.map(({ text }) => text),
  );
  await rows.query(
    `insert into person_token (service_id, token, person_id, wide)
     select $1, t.token, t.id, true from unnest($2::uuid[], $3::bytea[]) as t (id, token) on conflict do nothing`,
    [serviceId, all.map(({ id }) => id), tokens],
  );
}

/** What finds each word of each of a person's names in a search. */
const wordsOf = ({ given, family, knownAs, asWritten }: Values): string[] => {
  const words = [given, family, knownAs, asWritten].flatMap((name) => nameWords(name ?? ''));
  return [...new Set(words.flatMap(wordKeys))];
};

/** Replaces the tokens of these people, whose values are given as they now stand. */
export async function writeTokens(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  people: ReadonlyMap<Id, Values>,
): Promise<void> {
  const all = [...people].flatMap(([id, values]) => {
    const narrow = new Set(matchKeys(comparable(id, values)));
    const wide = wordsOf(values).filter((text) => !narrow.has(text));
    return [
      ...[...narrow].map((text) => ({ id, text, wide: false })),
      ...wide.map((text) => ({ id, text, wide: true })),
    ];
  });
  const tokens = await tokensOf(
    rows,
    vault,
    serviceId,
    all.map(({ text }) => text),
  );
  await rows.query(
    `with wanted as (select w.id, decode(w.token, 'hex') as token, w.wide from unnest($2::uuid[], $3::text[], $5::boolean[]) as w (id, token, wide) join person p on p.id = w.id and p.service_id = $4),
     gone as (delete from person_token t where t.person_id = any($1::uuid[]) and t.service_id = $4
       and not exists (select from wanted w where w.id = t.person_id and w.token = t.token))
     insert into person_token (service_id, token, person_id, wide) select $4, token, id, wide from wanted on conflict do nothing`,
    [
      [...people.keys()],
      all.map(({ id }) => id),
      tokens.map((token) => token.toString('hex')),
      serviceId,
      all.map(({ wide }) => wide),
    ],
  );
}
