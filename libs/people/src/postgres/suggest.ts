// Suggests which known person a newcomer may be. Suggestions are made when the newcomer comes and kept for staff; no program merges.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import { suggestDuplicates, type Comparable } from '#libs/matching';
import type { Values } from '../fields.js';
import { comparable, writeReferences } from './tokens.js';

// One birth date or household number is shared by few; a name shared by more than this says nothing any more.
const MOST = 100;

// Staff are not compared with the people they work for.
/** Pairs of two persons who share a token. */
export const near = `
select n.id as one, k.person_id as other from unnest($1::uuid[]) as n (id)
cross join lateral (
  select distinct k.person_id from person_token t
  cross join lateral (select k.person_id from person_token k where k.service_id = t.service_id and k.token = t.token and k.person_id <> t.person_id and not k.wide limit ${MOST}) k
  where t.person_id = n.id and t.service_id = $2 and not t.wide and not exists (select from staff s where s.id = k.person_id) limit ${MOST}) k`;

// By case alone (offset 0): an offence may be that of very many cases.
const referencesOf = `
select p.person_id as id, array_agg(distinct o.reference) as "references" from (select p.person_id, p.case_id from participant p where p.person_id = any($1::uuid[]) offset 0) p
cross join lateral (select c.offence_id from case_offence c where c.case_id = p.case_id offset 0) c join offence o on o.id = c.offence_id
where o.reference is not null group by p.person_id`;

/** Compares these people with all others of the service, keeps what is worth a look, and forgets what no longer is. Their values are read by `read`. */
export async function suggest(
  rows: Rows,
  sealing: Sealing,
  serviceId: Id,
  ids: readonly Id[],
  read: (ids: readonly Id[]) => Promise<Map<Id, Values>>,
): Promise<void> {
  const named = await rows.query<{ id: Id; references: string[] }>(referencesOf, [ids]);
  await writeReferences(rows, sealing, serviceId, named.rows);
  const pairs = (await rows.query<{ one: Id; other: Id }>(near, [ids, serviceId])).rows;
  const everyone = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const values = await read(everyone);
  const found = await rows.query<{ id: Id; references: string[] }>(referencesOf, [everyone]);
  const references = new Map(found.rows.map((row) => [row.id, row.references]));
  const one = (id: Id): Comparable => comparable(id, values.get(id) ?? {}, references.get(id));
  const suggestions = [...Map.groupBy(pairs, (pair) => pair.one)].flatMap(([id, others]) =>
    suggestDuplicates(
      [one(id)],
      others.map(({ other }) => one(other)),
    ),
  );
  const kept = suggestions.map(({ id, knownId, score, reasons }) => {
    const [person, known] = [id, knownId].toSorted();
    return { person, known, score, reasons };
  });
  const distinct = [...new Map(kept.map((each) => [`${each.person} ${each.known}`, each])).values()];
  await rows.query(
    `with s as (select * from jsonb_to_recordset($1::jsonb) as s (person uuid, known uuid, score int, reasons jsonb)),
     gone as (delete from person_suggestion p where p.service_id = $2 and (p.person_id = any($3::uuid[]) or p.known_id = any($3::uuid[])) and p.dismissed_id is null
       and not exists (select from s where s.person = p.person_id and s.known = p.known_id))
     insert into person_suggestion (service_id, person_id, known_id, score, reasons)
     select $2, person, known, score, array(select jsonb_array_elements_text(reasons)) from s
     on conflict (person_id, known_id) do update set score = excluded.score, reasons = excluded.reasons`,
    [JSON.stringify(distinct), serviceId, ids],
  );
}
