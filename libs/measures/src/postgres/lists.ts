// The cases behind a figure, a page at a time, from the index of what each case counts in.
import { nameOf, type CaseList } from '../lists.js';
import type { Cutoffs, Reader, UnassignedRow, WaitingCaseRow } from '../reading.js';
import type { ListedCase, Period } from '../figures.js';
import { MOST_ON_A_PAGE, type Cursors, type Listed, type Page, type Rows, pageOf } from '#libs/database';

/** The columns of a ListedCase, from case_file `c`. */
const listed = `c.id as "caseId", c.reference, c.stage, c.step, c.opened_at as "openedAt", c.closed_at as "closedAt", c.lead_id as "leadId"`;
/** The beginning of a London day given as text. */
const beginning = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/London')`;

/** Takes a value and gives its place in the statement. */
type Put = (value: unknown) => string;
/** Rows of figure_case as SQL: each is one stretch of its index, read no further than a page needs. */
type Source = (put: Put) => string[];

const kind = (put: Put, figure: string, part: string, also: string[] = []): string =>
  `select at, case_id from figure_case where ${['service_id = $1', `figure = ${put(figure)}`, `part = ${put(part)}`, ...also].join(' and ')}`;
/** Conditions for the instants of the days of a period. */
const within = (put: Put, { from, to }: Period): string[] => [
  `at >= ${beginning(put(from))}`,
  `at < (${put(to)}::date + 1)::timestamp at time zone 'Europe/London'`,
];

function sourceOf(list: CaseList, cutoffs: Cutoffs): Source {
  switch (list.of) {
    case 'open':
    case 'unassigned':
      return (put) => [kind(put, list.of, '')];
    case 'stage':
      return (put) => [kind(put, 'stage', `${list.stage}/${list.step ?? '-'}`)];
    case 'waiting':
      return (put) =>
        (['firstContact', 'stage'] as const).map((limit) => {
          const day = limit === 'firstContact' ? cutoffs.firstContactWorkingDays : cutoffs.stageLimitWorkingDays;
          const part = `${list.waitingOn}/${list.rule ?? '-'}/${limit}`;
          return kind(put, 'waiting', part, list.over ? [`at < ${beginning(put(day))}`] : []);
        });
    case 'workload':
      return (put) => [kind(put, 'workload', list.staffId)];
    case 'funnel':
      return (put) => [kind(put, 'funnel', list.step, within(put, list.period))];
    case 'span':
      return (put) => [kind(put, 'span', list.span, within(put, list.period))];
    case 'lost':
      return (put) => [kind(put, 'lost', `${list.after}/${list.reason}`, within(put, list.period))];
    case 'checkpoint':
      // A case with several of a period stands where its first is.
      return (put) => [
        kind(put, 'checkpoint', `${list.checkpoint}/${list.outcome}`, [
          ...within(put, list.period),
          `(before is null or before < ${beginning(put(list.period.from))})`,
        ]),
      ];
    case 'deviation':
      return (put) => [
        kind(put, list.which === 'all' ? 'deviation' : 'unreviewed', list.door, [
          ...within(put, list.period),
          `(before is null or before < ${beginning(put(list.period.from))})`,
        ]),
      ];
  }
}

/** One page of a list: the oldest first, those that wait the longest first. The case is looked up for the rows of the page alone. */
async function paged<Row extends ListedCase>(
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  name: string,
  columns: string,
  source: Source,
  page: Page,
): Promise<Listed<Row>> {
  const values: unknown[] = [reader.serviceId];
  const put: Put = (value) => `$${values.push(value)}`;
  const bound = `${name} ${reader.id}`;
  // The planner does not know how long a stretch is: each says itself where it begins and ends.
  const backwards = page.last !== undefined && page.first === undefined;
  const direction = backwards ? 'desc' : 'asc';
  const most = Math.max(0, Math.min((backwards ? page.last : page.first) ?? 25, MOST_ON_A_PAGE)) + 1;
  const beyond = (cursor: string | undefined, sign: '<' | '>'): string => {
    if (cursor === undefined) return '';
    const [at, caseId] = cursors.open(bound, cursor);
    return ` and (at, case_id) ${sign} (${put(at)}::timestamptz, ${put(caseId)}::uuid)`;
  };
  const rows = source(put)
    .map(
      (stretch) =>
        `(${stretch}${beyond(page.after, '>')}${beyond(page.before, '<')} order by at ${direction}, case_id ${direction} limit ${most})`,
    )
    .join(' union all ');
  const list = {
    name: bound,
    select: `select ${columns}, k.at as place from (${rows}) k cross join lateral (select * from case_file f where f.id = k.case_id offset 0) c`,
    where: ['c.service_id = $1'],
    values,
    order: [['k.at', 'timestamptz'] as const, ['k.case_id', 'uuid'] as const],
    descending: false,
  };
  const found = await pageOf<Row & { place: string }>(db, cursors, list, page, (row) => [row.place, row.caseId]);
  return {
    ...found,
    rows: found.rows.map(({ row: { place: _, ...row }, cursor }) => ({ row: row as unknown as Row, cursor })),
  };
}

/** The cases behind a figure. */
export const cases = (
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  list: CaseList,
  cutoffs: Cutoffs,
  page: Page,
): Promise<Listed<ListedCase>> =>
  paged<ListedCase>(db, cursors, reader, `figure ${nameOf(list)}`, listed, sourceOf(list, cutoffs), page);

/** Open cases that nobody leads, with what is judged of those who could. */
export const unassignedCases = (
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  page: Page,
): Promise<Listed<UnassignedRow>> =>
  paged<UnassignedRow>(
    db,
    cursors,
    reader,
    'unassigned cases',
    `${listed}, c.sensitive, c.facts`,
    (put) => [kind(put, 'unassigned', '')],
    page,
  );

/**
 * Nobody of the case has been tried yet, so that the limit of first contact holds (libs/measures/waiting). Looked up row by
 * row: what PostgreSQL may make a table of first, it makes of every case.
 */
const nobodyTried = `(c.stage = 'suitability' and (select true from journal j
  where j.service_id = c.service_id and j.case_id = c.id and figure_counted(j.type) and j.type = 'contact.attempted' limit 1) is null)`;

/** Every open case that waits, longest first. */
export function waitingCases(db: Rows, cursors: Cursors, reader: Reader, page: Page): Promise<Listed<WaitingCaseRow>> {
  const select = `select ${listed}, c.next_step as "nextStep", c.waiting_on as "waitingOn", c.waiting_rule as rule, c.waiting_since as since, ${nobodyTried} as "nobodyTried" from case_file c`;
  const list = {
    name: `waiting ${reader.id}`,
    select,
    where: ['c.service_id = $1', 'c.closed_at is null', `c.waiting_since < 'infinity'`],
    values: [reader.serviceId],
    order: [['c.waiting_since', 'timestamptz'] as const, ['c.id', 'uuid'] as const],
    descending: false,
  };
  return pageOf<WaitingCaseRow>(db, cursors, list, page, (row) => [row.since, row.caseId]);
}
