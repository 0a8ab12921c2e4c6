// Names of the people of a fill: sealed as the service seals them, and found by the same keyed tokens.
import type pg from 'pg';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { nameWords, wordKeys } from '#libs/matching';
import { Vault } from '#libs/sealing';
import { writeValues } from '#libs/people';
import { dataFolder } from '#libs/config';
import { masterKeysFrom } from '../../../server/src/master-keys.js';

const first = ['Bar', 'Cor', 'Dun', 'Fen', 'Gar', 'Hol', 'Lan', 'Mor', 'Pen', 'Tur'];
const second = ['berry', 'croft', 'dale', 'field', 'gate', 'hurst', 'kirk', 'mond', 'stock', 'well'];
const families = first.flatMap((a) => second.map((b) => a + b));
const givens =
  'Ada Bela Cai Dora Elin Femi Gwen Hari Ines Jude Kofi Lowri Megan Nia Owen Petra Rhys Siân Tomos Vera'.split(' ');

/** A family name that one person in a hundred has, and a full name that one in two thousand has. */
export const commonName = families[0] ?? '';
export const rareName = `${givens[0]} ${families[0]}`;

/** People sealed in one statement. */
const AT_ONCE = 5_000;

/** The names, and which digits of an id choose among them: the same here and in SQL. */
const kinds = [
  { field: 'given', names: givens, from: 9, digits: 4 },
  { field: 'family', names: families, from: 0, digits: 8 },
] as const;

/** Gives everybody who has no name yet a given and a family name, and the tokens that a search finds them by. */
export async function nameEverybody(client: pg.Client, serviceId: Id): Promise<void> {
  const vault = new Vault(masterKeysFrom({}, dataFolder).keys);
  await client.query(
    `create temp table unnamed as select id from person p where not exists (select from personal_value v where v.person_id = p.id) order by id`,
  );
  await writeTokens(client, vault, serviceId);
  const { rows } = await client.query<{ id: Id }>('select id from unnamed order by id');
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const values = rows.slice(from, from + AT_ONCE).flatMap(({ id }) =>
      kinds.map(({ field, names, from: at, digits }) => ({
        id,
        field,
        value: names[Number.parseInt(id.slice(at, at + digits), 16) % names.length] ?? '',
      })),
    );
    await writeValues(client as Rows, vault, serviceId, values);
  }
  await client.query('drop table unnamed');
}

/** The tokens of each word of a name are worked out once for each name and copied to everybody who has it. */
async function writeTokens(client: pg.Client, vault: Vault, serviceId: Id): Promise<void> {
  for (const { names, from, digits } of kinds) {
    const keys = names.flatMap((name, n) =>
      nameWords(name)
        .flatMap(wordKeys)
        .map((text) => ({ n, text })),
    );
    const tokens = await vault.digests(
      client as Rows,
      serviceId,
      'match',
      keys.map(({ text }) => text),
    );
    await client.query(
      `insert into person_token (service_id, token, person_id, wide)
       select $1, decode(t.token, 'hex'), p.id, true from unnest($2::int[], $3::text[]) as t (n, token) join unnamed p on (('x' || lpad(substr(p.id::text, ${from + 1}, ${digits}), 8, '0'))::bit(32)::bigint & 4294967295) % $4 = t.n order by 2, 3 on conflict do nothing`,
      [serviceId, keys.map(({ n }) => n), tokens.map((token) => token.subarray(0, 16).toString('hex')), names.length],
    );
  }
}
