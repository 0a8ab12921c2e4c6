// Where cases stand now: stages, waiting, unassigned, read from the columns that every event brings up to date.
import type { Cutoffs, ListedCase, Reader, StageRow, UnassignedRow, WaitingCaseRow, WaitingRow } from '#libs/measures';
import type { Cursors, Listed, Page, Rows } from '#libs/casework';
import type { Id } from '#libs/case';
import { pageOf } from '../pages.js';
import { beginning, counted } from './marks.js';

/** The columns of a ListedCase, from case_file `c`. */
export const listed = `c.id as "caseId", c.reference, c.stage, c.step, c.opened_at as "openedAt", c.closed_at as "closedAt", c.lead_id as "leadId"`;
/** Nobody of the case has been tried yet, so that the limit of first contact holds (libs/measures/waiting). */
export const nobodyTried = `(c.stage = 'suitability' and not exists (select from journal j where j.service_id = c.service_id and j.case_id = c.id and ${counted('j')} and j.type = 'contact.attempted'))`;
/** Over its limit; `first` and `stage` are SQL expressions for the days of the two limits. */
export const isOver = (first: string, stage: string): string =>
  `c.waiting_since < ${beginning(first)} and ${nobodyTried} or c.waiting_since < ${beginning(stage)} and not ${nobodyTried}`;
const waits = `c.closed_at is null and c.waiting_since < 'infinity'`;

export async function stages(db: Rows, serviceId: Id): Promise<StageRow[]> {
  const open =
    'select stage, step, count(*)::int as count from case_file where service_id = $1 and closed_at is null group by stage, step';
  const closed = `select 'closed', null, count(*)::int from case_file where service_id = $1 and closed_at is not null having count(*) > 0`;
  const { rows } = await db.query<StageRow>(`${open} union all ${closed} order by stage, step`, [serviceId]);
  return rows;
}

export async function waiting(db: Rows, serviceId: Id, cutoffs: Cutoffs): Promise<WaitingRow[]> {
  const { rows } = await db.query<WaitingRow>(
    `select c.waiting_on as "waitingOn", c.waiting_rule as rule, count(*)::int as count, min(c.waiting_since) as "longestSince", count(*) filter (where ${isOver('$2', '$3')})::int as over
     from case_file c where c.service_id = $1 and ${waits} group by 1, 2 order by count desc, 1, 2`,
    [serviceId, cutoffs.firstContactWorkingDays, cutoffs.stageLimitWorkingDays],
  );
  return rows;
}

export function waitingCases(db: Rows, cursors: Cursors, reader: Reader, page: Page): Promise<Listed<WaitingCaseRow>> {
  const select = `select ${listed}, c.next_step as "nextStep", c.waiting_on as "waitingOn", c.waiting_rule as rule, c.waiting_since as since, ${nobodyTried} as "nobodyTried" from case_file c`;
  const list = {
    name: `waiting ${reader.id}`,
    select,
    where: ['c.service_id = $1', waits],
    values: [reader.serviceId],
    order: [['c.waiting_since', 'timestamptz'] as const, ['c.id', 'uuid'] as const],
    descending: false,
  };
  return pageOf<WaitingCaseRow>(db, cursors, list, page, (row) => [row.since, row.caseId]);
}

const led = 'c.closed_at is null and c.lead_id is null';
export async function unassigned(db: Rows, serviceId: Id): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from case_file c where c.service_id = $1 and ${led}`,
    [serviceId],
  );
  return rows[0]?.count ?? 0;
}
export function unassignedCases(
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  page: Page,
): Promise<Listed<UnassignedRow>> {
  return byOpening<UnassignedRow>(
    db,
    cursors,
    reader,
    'unassigned cases',
    `${listed}, c.sensitive, c.facts`,
    [led],
    [reader.serviceId],
    page,
  );
}

/** A list of cases, the oldest first. `where` are conditions on case `c`; `$1` is the service. */
export function byOpening<Row extends ListedCase>(
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  name: string,
  columns: string,
  where: string[],
  values: unknown[],
  page: Page,
): Promise<Listed<Row>> {
  const list = {
    name: `${name} ${reader.id}`,
    select: `select ${columns} from case_file c`,
    where: ['c.service_id = $1', ...where],
    values,
    order: [['c.opened_at', 'timestamptz'] as const, ['c.id', 'uuid'] as const],
    descending: false,
  };
  return pageOf<Row>(db, cursors, list, page, (row) => [row.openedAt, row.caseId]);
}
