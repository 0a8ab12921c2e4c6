// The caseload: cases an actor may see, filtered before they are paged, with everything a row shows in one statement.
import type { Actor, Id, Summary } from '#libs/case';
import {
  sightOf,
  type CaseFilter,
  type CaseRow,
  type Cursors,
  type Listed,
  type Order,
  type CasePage,
} from '#libs/casework';
import { fileColumns, fileOf, type FileRow } from './look.js';
import { pageOf } from './pages.js';
import { idOf, type Eyes } from './visible.js';

interface Row extends FileRow {
  stage: Summary['stage'];
  step: Summary['step'];
  stage_since: string;
  next_step: Summary['nextStep'];
  lead_id: Id | null;
  staff_ids: Id[];
  undeclared_ids: Id[];
  process_type: Summary['processType'];
  direct: Summary['direct'];
  waiting_on: Summary['waitingOn'];
  waiting_rule: Summary['waitingRule'];
  waiting_since: string | null;
  open_concerns: number;
  sensitive: boolean;
  flags: Summary['flags'];
  points: number;
  opened_at: string;
  closed_at: string | null;
  closed_because: Summary['closedBecause'];
  merged: Record<Id, Id> | null;
}

const select = `select ${fileColumns}, c.stage, c.step, c.stage_since, c.next_step, c.lead_id, c.staff_ids, c.undeclared_ids, c.process_type, c.direct, c.waiting_on, c.waiting_rule, c.waiting_since,
  c.open_concerns, c.sensitive, c.flags, c.points, c.opened_at, c.closed_at, c.closed_because,
  (select json_object_agg(p.told_id, p.person_id) from participant p where p.case_id = c.id and p.told_id <> p.person_id) as merged from case_file c join service s on s.id = c.service_id`;

const rowOf = (row: Row): CaseRow => ({
  ...fileOf(row),
  merged: row.merged ?? {},
  stage: row.stage,
  step: row.step,
  stageSince: row.stage_since,
  nextStep: row.next_step,
  leadId: row.lead_id,
  staffIds: row.staff_ids,
  undeclaredIds: row.undeclared_ids,
  processType: row.process_type,
  direct: row.direct,
  waitingOn: row.waiting_on,
  waitingRule: row.waiting_rule,
  waitingSince: row.waiting_since,
  openConcerns: row.open_concerns,
  sensitive: row.sensitive,
  flags: row.flags,
  points: row.points,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  closedBecause: row.closed_because,
});

const columns: Record<Order, keyof Row & string> = {
  waitingSince: 'waiting_since',
  openedAt: 'opened_at',
  updatedAt: 'updated_at',
};

// Somebody who was only asked learns by no order of theirs what happened when (R42): for them all such cases stand last.
const ordered = (column: string, actor: Actor): string =>
  sightOf(actor) === 'staff'
    ? `case when c.undeclared_ids @> array[$2::uuid] then 'infinity'::timestamptz else c.${column} end`
    : `c.${column}`;

const isTrue = (sql: string, wanted: boolean): string => (wanted ? sql : `not (${sql})`);

// A whole reference, as read out on the telephone, is looked up; only a part of one is searched for.
function referenceIs(said: string, put: (value: unknown) => string): string {
  const letters = said.toUpperCase().replaceAll(/[\s-]/g, '');
  if (letters.length === 8) return `c.reference = ${put(`${letters.slice(0, 4)}-${letters.slice(4)}`)}`;
  return `strpos(replace(c.reference, '-', ''), ${put(letters)}) > 0`;
}

/** The filters that hold, as SQL on case `c`; values are appended to `values`. */
function conditions(filter: CaseFilter, values: unknown[]): string[] {
  const put = (value: unknown): string => `$${values.push(value)}`;
  const where: string[] = [];
  if (filter.stage) where.push(`c.stage = any(${put(filter.stage)})`);
  if (filter.step) where.push(`c.step = any(${put(filter.step)})`);
  if (filter.mine) where.push('c.staff_ids @> array[$2::uuid]');
  if (filter.waitingOn) where.push(`c.waiting_on = any(${put(filter.waitingOn)})`);
  if (filter.waitingRule) where.push(`c.waiting_rule = any(${put(filter.waitingRule)})`);
  if (filter.processType) where.push(`c.process_type = any(${put(filter.processType)})`);
  if (filter.leadId !== undefined) where.push(`c.lead_id::text = ${put(filter.leadId)}`);
  if (filter.areaId !== undefined) where.push(`c.area_id::text = ${put(filter.areaId)}`);
  if (filter.flag !== undefined) where.push(`c.flags @> array[${put(filter.flag)}]`);
  if (filter.unassigned !== undefined) where.push(isTrue('c.lead_id is null', filter.unassigned));
  if (filter.sensitive !== undefined) where.push(isTrue('c.sensitive', filter.sensitive));
  if (filter.openConcern !== undefined) where.push(isTrue('c.open_concerns > 0', filter.openConcern));
  if (filter.closed !== undefined) where.push(isTrue('c.closed_at is not null', filter.closed));
  if (filter.reference !== undefined) where.push(referenceIs(filter.reference, put));
  return where;
}

// What somebody who was only asked may look for; any other filter would tell them by whether the case is there (R42).
const telling = (filter: CaseFilter): boolean =>
  Object.keys(filter).some((name) => !['stage', 'closed', 'mine', 'reference'].includes(name));

/** One page of the caseload; one statement. */
export async function caseload(
  { rows: db, checks: { visibleTo, detailsTo } }: Eyes,
  cursors: Cursors,
  actor: Actor,
  filter: CaseFilter,
  page: CasePage,
): Promise<Listed<CaseRow>> {
  const order = page.order ?? 'waitingSince';
  const descending = page.descending ?? false;
  const column = columns[order];
  const values: unknown[] = [actor.serviceId, idOf(actor)];
  const where = [(telling(filter) ? detailsTo : visibleTo)(actor, '$1', '$2'), ...conditions(filter, values)];
  const name = `caseload ${order} ${descending} ${actor.id}`;
  const list = {
    name,
    select,
    where,
    values,
    order: [
      [ordered(column, actor), 'timestamptz'],
      ['c.id', 'uuid'],
    ] as const,
    descending,
  };
  // A case that waits for nobody stands at infinity, which is read back as null.
  const listed = await pageOf<Row>(db, cursors, { ...list, order: [...list.order] }, page, (row) => [
    row.undeclared_ids.includes(actor.id) ? 'infinity' : ((row[column] as string | null) ?? 'infinity'),
    row.id,
  ]);
  return { ...listed, rows: listed.rows.map(({ row, cursor }) => ({ row: rowOf(row), cursor })) };
}

/** Cases by id, those of them that the actor may see; one statement. */
export async function casesFor(
  { rows: db, checks }: Eyes,
  actor: Actor,
  caseIds: readonly Id[],
): Promise<Map<Id, CaseRow>> {
  const { rows } = await db.query<Row>(
    `${select} where ${checks.visibleTo(actor, '$1', '$2')} and c.id = any($3::uuid[])`,
    [actor.serviceId, idOf(actor), caseIds.filter((id) => UUID.test(id))],
  );
  return new Map(rows.map((row) => [row.id, rowOf(row)]));
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
