// Free words on their way into the database and out of it: sealed with the key of the person they are about, else of their case.
import type { Facts, Id } from '#libs/case';
import type { CaseChange, NewOffence, Text } from '../ports.js';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';

/** A text as its row has it. */
export interface SealedText {
  id: Id;
  audience: string;
  ownerId: Id;
  words: Buffer;
  digest: Buffer;
  came: boolean;
}
/** A change whose words are sealed. */
export type SealedChange = CaseChange & { sealed: SealedText[] };

export const placeOfText = (id: Id): string => `text.words/${id.toLowerCase()}`;

/** Seals the words of one case: one statement for their keys, none where there are no words. Whose they are is read from the facts. */
export async function sealTexts(
  sealing: Sealing,
  rows: Rows,
  { serviceId, caseId, facts }: { serviceId: Id; caseId: Id; facts: Facts | null },
  texts: readonly Text[],
): Promise<SealedText[]> {
  const values = texts.map(({ id, words, about }) => {
    const person = about ? facts?.people.participants[about]?.personId : undefined;
    return { ownerId: person ?? caseId, otherwise: caseId, place: placeOfText(id), plain: words };
  });
  const sealed = await sealing.sealMany(rows, serviceId, values);
  return texts.flatMap(({ id, audience, came = false }, n) => {
    const one = sealed[n];
    return one ? [{ id, audience, ownerId: one.ownerId, words: one.sealed, digest: one.digest, came }] : [];
  });
}

/** A change with its words sealed. */
export const sealChange = async (sealing: Sealing, rows: Rows, change: CaseChange): Promise<SealedChange> => ({
  ...change,
  sealed: await sealTexts(sealing, rows, { ...change, facts: change.next.facts }, change.texts),
});

/** Keeps texts that came for a case without moving it. */
export async function insertTexts(
  rows: Rows,
  { serviceId, caseId, at, by }: { serviceId: Id; caseId: Id; at: string; by: Id },
  texts: readonly SealedText[],
): Promise<void> {
  await rows.query(
    `insert into text (id, service_id, case_id, audience, owner_id, words, digest, came, at, by)
     select t.id, $1, $2, t.audience, t.owner_id, t.words, t.digest, t.came, $3, $4
     from unnest($5::uuid[], $6::text[], $7::uuid[], $8::bytea[], $9::bytea[], $10::boolean[]) as t (id, audience, owner_id, words, digest, came)`,
    [
      serviceId,
      caseId,
      at,
      by,
      texts.map(({ id }) => id),
      texts.map(({ audience }) => audience),
      texts.map(({ ownerId }) => ownerId),
      texts.map(({ words }) => words),
      texts.map(({ digest }) => digest),
      texts.map(({ came }) => came),
    ],
  );
}

/** Which of these a case does not have yet: the same reader, and the same words under the key of the case or of one of its people. */
export async function newTextsOf(
  sealing: Sealing,
  rows: Rows,
  serviceId: Id,
  caseId: Id,
  texts: readonly Text[],
): Promise<Text[]> {
  if (texts.length === 0) return [];
  const owners = await rows.query<{ id: Id }>(
    `select distinct t.owner_id as id from text t where t.case_id = $1 and not exists (
       select from sealing_key k where k.service_id = t.service_id and k.owner_id = t.owner_id and k.destroyed_at is not null)`,
    [caseId],
  );
  const words = texts.map((text) => text.words);
  const known = new Set<number>();
  for (const { id } of owners.rows) {
    const digests = await sealing.digestsUnder(rows, serviceId, id, words);
    const found = await rows.query<{ n: number }>(
      `select t.n::int from unnest($3::text[], $4::bytea[]) with ordinality as t (audience, digest, n)
       where exists (select from text k where k.case_id = $1 and k.owner_id = $2 and k.audience = t.audience and k.digest = t.digest)`,
      [caseId, id, texts.map(({ audience }) => audience), digests],
    );
    for (const { n } of found.rows) known.add(n - 1);
  }
  return texts.filter((_, n) => !known.has(n));
}

/** Keeps offences, each with the referrer's words sealed under a key of its own. */
export async function insertOffences(
  sealing: Sealing,
  rows: Rows,
  serviceId: Id,
  offences: readonly NewOffence[],
): Promise<void> {
  if (offences.length === 0) return;
  const worded = offences.flatMap(({ id, words }) =>
    words === null ? [] : [{ ownerId: id, place: `offence.words/${id.toLowerCase()}`, plain: words }],
  );
  const sealed = await sealing.sealMany(rows, serviceId, worded);
  const words = new Map(sealed.map((one) => [one.ownerId, one.sealed]));
  await rows.query(
    `insert into offence (id, service_id, reference, kind, words, recorded_on)
     select o.id, $1, o.reference, o.kind, o.words, o.recorded_on
     from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::date[]) as o (id, reference, kind, words, recorded_on)`,
    [
      serviceId,
      offences.map(({ id }) => id),
      offences.map(({ reference }) => reference),
      offences.map(({ kind }) => kind),
      offences.map(({ id }) => words.get(id) ?? null),
      offences.map(({ recordedOn }) => recordedOn),
    ],
  );
}
