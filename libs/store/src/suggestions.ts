// Persons who may be one, for those of the staff who may see both of them.
import type { Actor, Id, StaffRole } from '#libs/case';
import type { Cursors, Listed, Page, SuggestionRow } from '#libs/casework';
import { pageOf } from './pages.js';
import type { Eyes } from './visible.js';

/** Who answers for the service's register of people. A facilitator sees own cases, and so not the other half of a pair. */
const may: readonly StaffRole[] = ['coordinator', 'manager', 'safeguardingLead'];

// A person who stands in two roles, or in another role than the other one, is a match across sides.
const rolesOf = (person: string): string =>
  `(select array_agg(distinct p.role order by p.role) from participant p where p.person_id = ${person})`;
const SAME_SIDE = `coalesce(${rolesOf('s.person_id')} = ${rolesOf('s.known_id')} and cardinality(${rolesOf('s.person_id')}) = 1, false)`;
const withCases = (person: string): string => `json_build_object('id', ${person}, 'cases', coalesce((
  select json_agg(json_build_object('caseId', c.id, 'reference', c.reference, 'role', p.role) order by c.opened_at, c.id)
  from participant p join case_file c on c.id = p.case_id where p.person_id = ${person}), '[]'))`;

const select = `
select s.id, s.score, s.reasons, s.found_at as "foundAt", not ${SAME_SIDE} as "acrossSides",
  json_build_array(${withCases('s.person_id')}, ${withCases('s.known_id')}) as persons
from person_suggestion s`;

/** One page, the likeliest first. A match across sides would tell one side's staff about the other: the safeguarding lead alone sees it. */
export async function suggestionsFor(
  { rows, checks }: Eyes,
  cursors: Cursors,
  actor: Actor,
  { caseId }: { caseId?: Id },
  page: Page,
): Promise<Listed<SuggestionRow>> {
  const roles = actor.kind === 'staff' ? actor.roles : [];
  if (checks.on && !roles.some((role) => may.includes(role))) return { rows: [], hasNext: false, hasPrevious: false };
  const values: unknown[] = [actor.serviceId];
  const where = ['s.service_id = $1'];
  if (!roles.includes('safeguardingLead')) where.push(SAME_SIDE);
  if (caseId !== undefined)
    where.push(
      `exists (select from participant p where p.case_id = $${values.push(caseId)} and p.service_id = $1 and p.person_id in (s.person_id, s.known_id))`,
    );
  const list = {
    name: `suggestions ${caseId ?? 'all'} ${actor.id}`,
    select,
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
