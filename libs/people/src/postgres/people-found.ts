// Persons that a search finds, by tokens alone: each as the record they are read as, with the cases of one side.
import { seesHidden, type Actor } from '#libs/case';
import { type Cursors, type Listed, noRows, type Page, pageOf } from '#libs/database';
import type { FoundPersonRow, PersonSearch } from '../people-reading.js';
import { mayDo, type ScopedReader } from '#libs/permissions';

// Of a word that more share, the first so many by id are looked through. A birth date, a number or a rarer name beside it finds the others.
const MOST_SHARING = 500;

// Whose side a supporter stands on is worked out from their case; most others say it themselves.
const onSide = `(p.role = $4 or p.role not in ('harmed', 'responsible') and concord_side(p) = $4)`;

// Somebody who stands on both sides is found on one, where they were first: asked for each side in turn, two pages would else
// show the same person. The safeguarding lead alone finds them on both.
const firstStandsThere = `($5::boolean or $4 not in ('harmed', 'responsible') or $4 = (select s.side from participant p join case_file c on c.id = p.case_id
  cross join lateral (select case when p.role in ('harmed', 'responsible') then p.role else concord_side(p) end as side) s
  where p.person_id = f.id and (not p.hidden or $7::boolean) and s.side in ('harmed', 'responsible') order by c.opened_at, c.id, s.side limit 1))`;

// Each other part is found by one of its tokens on one of the person's records.
const hasEveryPart = `(select count(distinct w.n) + 1 from unnest($2::int[], $3::bytea[]) as w (n, token)
  where w.n <> (select r.n from rarest r) and exists (select from person_token t where t.service_id = $1 and t.token = w.token and t.person_id = any (o.records))) = $6`;

// Whom the rarest part finds is asked for every other part: what many share is never gone through for the sake of what few do.
// One person may have several records: what any of them says counts. Which records are one person's is asked once for all; then
// persons come in their order, and no more of them are looked at than fill the page.
const found = `
with part as (
  select w.n, sum(k.times) as times from unnest($2::int[], $3::bytea[]) as w (n, token)
  cross join lateral (select count(*) as times from (select from person_token t where t.service_id = $1 and t.token = w.token limit ${MOST_SHARING} + 1) l) k group by w.n),
rarest as materialized (select p.n from part p order by p.times, p.n limit 1),
one as materialized (
  select s.one as id, s.records from concord_sames(array(
    select t.person_id from unnest($2::int[], $3::bytea[]) as w (n, token)
    cross join lateral (select t.person_id from person_token t where t.service_id = $1 and t.token = w.token order by t.person_id limit ${MOST_SHARING}) t
    where w.n = (select r.n from rarest r))) s
  order by s.one)
select f.id, coalesce((select json_agg(json_build_object('caseId', c.id, 'reference', c.reference, 'role', p.role) order by c.opened_at, c.id)
    from participant p join case_file c on c.id = p.case_id where p.person_id = f.id and (not p.hidden or $7::boolean) and ($4::text is null or ${onSide})), '[]') as cases,
  coalesce((select json_agg(json_build_object('id', m.decision_id, 'personId', m.gone_id, 'by', d.by, 'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.at, m.gone_id)
    from person_merge m join person_decision d on d.id = m.decision_id where m.kept_id = f.id and ($5::boolean or not d.across)), '[]') as merges
from (select o.id from one o where ${hasEveryPart} order by o.id offset 0) f`;

/**
 * One page of persons, in the order of their ids, which say nothing. Only the safeguarding lead looks on all sides at once:
 * for other roles a page holds the people of one side, each person on one side only, so that no page, and no two of them, show
 * that a person stands on both.
 */
export async function peopleFound(
  { rows }: ScopedReader,
  cursors: Cursors,
  actor: Actor,
  { parts, side }: PersonSearch,
  page: Page,
): Promise<Listed<FoundPersonRow>> {
  if (!mayDo(actor, 'searchPeople') || parts.length === 0) return noRows;
  if (side === null && !mayDo(actor, 'searchPeopleOnAllSides')) return noRows;
  const tokens = parts.flatMap((some, n) => some.map((token) => ({ n, token })));
  const values = [
    actor.serviceId,
    tokens.map(({ n }) => n),
    tokens.map(({ token }) => token),
    side,
    mayDo(actor, 'decideAcrossSides'),
    parts.length,
    seesHidden(actor),
  ];
  const stands = `exists (select from participant p where p.person_id = f.id and (not p.hidden or $7::boolean) and ${onSide}) and ${firstStandsThere}`;
  // A person in no case stands on neither side.
  const nowhere = `$4 = 'neither' and not exists (select from participant p where p.person_id = f.id and (not p.hidden or $7::boolean))`;
  const list = {
    name: `people ${side} ${tokens.map(({ token }) => token.toString('base64')).join(' ')} ${actor.id}`,
    select: found,
    where: [`($4::text is null or ${stands} or ${nowhere})`, 'not exists (select from staff s where s.id = f.id)'],
    values,
    order: [['f.id', 'uuid']] as [string, string][],
    descending: false,
  };
  return pageOf<FoundPersonRow>(rows, cursors, list, page, (row) => [row.id]);
}
