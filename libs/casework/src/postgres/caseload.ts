// The caseload: cases an actor may see, filtered before they are paged, with everything a row shows in one statement.
import { isUuid, riskFlags, type Actor, type Id, type Summary } from '#libs/case';
import { sightOf, idOf, type ScopedReader } from '#libs/permissions';
import type { CaseFilter, CaseRow, CasePage } from '../reading.js';
import { type Cursors, type Listed, pageOf, type Parts } from '#libs/database';
import { fileColumns, fileOf, listedColumns, sqlName, type FileRow } from './case-columns.js';

interface Row extends FileRow, Omit<Summary, 'participants' | 'processes'> {
  merged: Record<Id, Id> | null;
}

const select = `select ${fileColumns}, ${listedColumns},
  (select json_object_agg(p.told_id, p.person_id) from participant p where p.case_id = c.id and p.told_id <> p.person_id) as merged from case_file c join service s on s.id = c.service_id`;

const rowOf = ({ merged, ...row }: Row): CaseRow => ({ ...fileOf(row), merged: merged ?? {} });

// A facilitator who was only asked must not learn from the order what happened when (R42): such cases stand last for them.
const ordered = (column: string, actor: Actor): string =>
  sightOf(actor) === 'staff'
    ? `case when c.undeclared_ids @> array[$2::uuid] then 'infinity'::timestamptz else c.${column} end`
    : `c.${column}`;

const isTrue = (sql: string, wanted: boolean): string => (wanted ? sql : `not (${sql})`);

// A whole reference, as read out on the telephone, is looked up; of a part the first cases that begin with it are shown.
const MOST_BEGINNING = 100;
function referenceIs(said: string, put: (value: unknown) => string): string {
  const letters = said.toUpperCase().replaceAll(/[\s-]/g, '');
  const whole = letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
  if (letters.length === 8) return `c.reference = ${put(whole)}`;
  const from = put(whole);
  return `c.id = any(array(select r.id from case_file r where r.service_id = $1 and r.reference >= ${from} and r.reference < ${from} || '~' order by r.reference limit ${MOST_BEGINNING}))`;
}

/** The filters that hold, as SQL on case `c`, each with an index of its own; values are appended to `values`. */
function conditions(filter: CaseFilter, values: unknown[]): string[] {
  const put = (value: unknown): string => `$${values.push(value)}`;
  const where: string[] = [];
  // One value is compared as one: an index then keeps its order.
  const among = (column: string, names: readonly string[]): string =>
    names.length === 1 ? `${column} = ${put(names[0])}` : `${column} = any(${put(names)})`;
  const isId = (column: string, id: string): string => (isUuid(id) ? `${column} = ${put(id)}::uuid` : 'false');
  if (filter.stage) where.push(among('c.stage', filter.stage));
  if (filter.step) where.push(among('c.step', filter.step));
  if (filter.mine) where.push('c.id = any((select concord_works_on($2::uuid))::uuid[])');
  if (filter.waitingOn) where.push(among('c.waiting_on', filter.waitingOn));
  if (filter.leadId !== undefined) where.push(isId('c.lead_id', filter.leadId));
  if (filter.areaId !== undefined) where.push(isId('c.area_id', filter.areaId));
  if (filter.flag !== undefined) where.push(hasFlag(filter.flag));
  if (filter.unassigned !== undefined) where.push(isTrue('c.lead_id is null', filter.unassigned));
  if (filter.sensitive !== undefined) where.push(isTrue('c.sensitive', filter.sensitive));
  if (filter.openConcern !== undefined) where.push(isTrue('c.open_concerns > 0', filter.openConcern));
  if (filter.closed !== undefined) where.push(filter.closed ? 'c.closed_at is not null' : 'c.closed_at is null');
  if (filter.reference !== undefined) where.push(referenceIs(filter.reference, put));
  return where;
}

// A name of the vocabulary stands in the statement itself: by it PostgreSQL knows the flag's own index.
const hasFlag = (flag: string): string => (Object.hasOwn(riskFlags, flag) ? `c.flags @> '{${flag}}'::text[]` : 'false');

// Several stages or suppliers are several lists, each in its order; of other filters with several values the first parts are few.
function partsOf(actor: Actor, filter: CaseFilter, values: unknown[]): Parts | undefined {
  const several = (['stage', 'step', 'waitingOn'] as const).find((name) => (filter[name]?.length ?? 0) > 1);
  if (several === undefined || sightOf(actor) !== 'service') return undefined;
  const column = { stage: 'c.stage', step: 'c.step', waitingOn: 'c.waiting_on' }[several];
  const names = [...new Set(filter[several])];
  return { from: 'case_file c', id: 'c.id', conditions: names.map((name) => `${column} = $${values.push(name)}`) };
}

// What a facilitator who was only asked may filter by; any other filter would tell them something by whether the case is there (R42).
const telling = (filter: CaseFilter): boolean =>
  Object.keys(filter).some((name) => !['stage', 'closed', 'mine', 'reference'].includes(name));

/** One page of the caseload; one statement. */
export async function caseload(
  { rows: db, checks: { visibleTo, detailsTo } }: ScopedReader,
  cursors: Cursors,
  actor: Actor,
  filter: CaseFilter,
  page: CasePage,
): Promise<Listed<CaseRow>> {
  const order = page.order ?? 'waitingSince';
  const descending = page.descending ?? false;
  const values: unknown[] = [actor.serviceId, idOf(actor)];
  const where = [(telling(filter) ? detailsTo : visibleTo)(actor, '$1', '$2'), ...conditions(filter, values)];
  const parts = partsOf(actor, filter, values);
  const name = `caseload ${order} ${descending} ${actor.id}`;
  const list = {
    name,
    select,
    where,
    values,
    order: [
      [ordered(sqlName(order), actor), 'timestamptz'],
      ['c.id', 'uuid'],
    ] as const,
    descending,
    ...(parts && { parts }),
  };
  // A case that is not waiting stands at infinity, which is read back as null.
  const listed = await pageOf<Row>(db, cursors, { ...list, order: [...list.order] }, page, (row) => [
    row.undeclaredIds.includes(actor.id) ? 'infinity' : (row[order] ?? 'infinity'),
    row.id,
  ]);
  return { ...listed, rows: listed.rows.map(({ row, cursor }) => ({ row: rowOf(row), cursor })) };
}

/** Cases by id, those of them that the actor may see; one statement. */
export async function casesFor(
  { rows: db, checks }: ScopedReader,
  actor: Actor,
  caseIds: readonly Id[],
): Promise<Map<Id, CaseRow>> {
  const { rows } = await db.query<Row>(
    `${select} where ${checks.visibleTo(actor, '$1', '$2')} and c.id = any($3::uuid[])`,
    [actor.serviceId, idOf(actor), caseIds.filter(isUuid)],
  );
  return new Map(rows.map((row) => [row.id, rowOf(row)]));
}
