// Persons who may be one, for those of the staff who may see both of them.
import { seesHidden, type Actor, type Id } from '#libs/case';
import { type Cursors, type Listed, noRows, type Page, pageOf } from '#libs/database';
import type { SuggestionRow } from '../people-reading.js';
import { mayDo, type ScopedReader } from '#libs/permissions';

// Two roles, two sides, or no case at all: a match across sides (concord_across).
const SAME_SIDE = 'not concord_across(s.person_id, s.known_id)';
const withCases = (person: string, hidden: boolean): string => `json_build_object('id', ${person}, 'cases', coalesce((
  select json_agg(json_build_object('caseId', c.id, 'reference', c.reference, 'role', p.role) order by c.opened_at, c.id)
  from participant p join case_file c on c.id = p.case_id where p.person_id = ${person}${hidden ? '' : ' and not p.hidden'}), '[]'))`;

// From the people of the case to the pairs they stand in, whichever of their records the pair names.
function ofTheCase(caseId: string): string {
  const records = `any (array(select unnest(concord_same(p.person_id)) from participant p where p.case_id = ${caseId}::uuid and p.service_id = $1))`;
  const pairs = (column: string) => `select r.id from person_suggestion r where r.${column} = ${records}`;
  return `s.id = any (array(${pairs('person_id')} union all ${pairs('known_id')}))`;
}

const select = (hidden: boolean): string => `
select s.id, s.score, s.reasons, s.found_at as "foundAt", not ${SAME_SIDE} as "acrossSides",
  json_build_array(${withCases('concord_one(s.person_id)', hidden)}, ${withCases('concord_one(s.known_id)', hidden)}) as persons
from person_suggestion s`;

/** One page, the likeliest first. A match across sides would tell one side's staff about the other: the safeguarding lead alone sees it. */
export async function suggestionsFor(
  { rows, checks }: ScopedReader,
  cursors: Cursors,
  actor: Actor,
  { caseId }: { caseId?: Id },
  page: Page,
): Promise<Listed<SuggestionRow>> {
  if (checks.on && !mayDo(actor, 'readSuggestions')) return noRows;
  const values: unknown[] = [actor.serviceId];
  // A pair that was judged to be two people, or that has become one, is no question any more.
  const where = ['s.service_id = $1', 's.dismissed_id is null', 'concord_one(s.person_id) <> concord_one(s.known_id)'];
  if (!mayDo(actor, 'decideAcrossSides')) where.push(SAME_SIDE);
  if (caseId !== undefined) where.push(ofTheCase(`$${values.push(caseId)}`));
  const list = {
    name: `suggestions ${caseId ?? 'all'} ${actor.id}`,
    select: select(seesHidden(actor)),
    where,
    values,
    order: [
      ['s.score', 'int'],
      ['s.id', 'uuid'],
    ] as [string, string][],
    descending: true,
  };
  return pageOf<SuggestionRow>(rows, cursors, list, page, (row) => [String(row.score), row.id]);
}
