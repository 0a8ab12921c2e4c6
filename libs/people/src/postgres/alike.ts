// Who may be somebody of whom only a referral speaks, and who is reached by the same number or address: by tokens, without a list of values.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { matchKeys, suggestDuplicates } from '#libs/matching';
import type { Sealing } from '#libs/sealing';
import type { Values } from '../fields.js';
import { comparable, compared, tokensOf } from './tokens.js';

// As for suggestions: what more people share says nothing any more.
const MOST = 100;
type Read = (ids: readonly Id[], wanted: typeof compared) => Promise<Map<Id, Values>>;

const holders = `
select distinct k.person_id as id from unnest($2::bytea[]) as t (token)
cross join lateral (select k.person_id from person_token k where k.service_id = $1 and k.token = t.token and not k.wide limit ${MOST}) k`;

/** People like somebody who is not held, with their scores. */
export async function peopleLike(
  rows: Rows,
  sealing: Sealing,
  serviceId: Id,
  values: Values,
  read: Read,
): Promise<{ id: Id; score: number }[]> {
  const sought = comparable('sought', values);
  const tokens = await tokensOf(rows, sealing, serviceId, matchKeys(sought));
  const found = await rows.query<{ id: Id }>(holders, [serviceId, tokens]);
  const held = await read(
    found.rows.map(({ id }) => id),
    compared,
  );
  return suggestDuplicates(
    [sought],
    [...held].map(([id, known]) => comparable(id, known)),
  ).map(({ knownId, score }) => ({
    id: knownId,
    score,
  }));
}

/** Pairs of people of whom the first is one of these, and both gave one number or address. */
export async function reachedAlike(
  rows: Rows,
  sealing: Sealing,
  serviceId: Id,
  ids: readonly Id[],
  read: Read,
): Promise<{ one: Id; other: Id }[]> {
  const held = await read(ids, compared);
  const keys = [...held].flatMap(([one, values]) =>
    matchKeys(comparable(one, values))
      .filter((key) => /^(telephone|email) /.test(key))
      .map((key) => ({ one, key })),
  );
  const tokens = await tokensOf(
    rows,
    sealing,
    serviceId,
    keys.map(({ key }) => key),
  );
  const found = await rows.query<{ one: Id; other: Id }>(
    `select distinct t.one, k.person_id as other from unnest($2::uuid[], $3::bytea[]) as t (one, token)
     cross join lateral (select k.person_id from person_token k where k.service_id = $1 and k.token = t.token and not k.wide limit ${MOST}) k
     where k.person_id <> t.one`,
    [serviceId, keys.map(({ one }) => one), tokens],
  );
  return found.rows;
}
