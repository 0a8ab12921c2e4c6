// One way to read a page of any list: after or before a sealed cursor, one row more than asked for to know whether it goes on.
import { MOST_ON_A_PAGE, type Listed, type Page } from './paging.js';
import type { Cursors } from './cursors.js';
import type { Rows } from './scope.js';

/** A list: its rows in SQL up to `where`, and the columns that order it, the last one unique. */
export interface ListSql {
  /** Binds cursors to this list and this actor. */
  name: string;
  select: string;
  /** Conditions that all must hold; values stand in `values`. */
  where: string[];
  values: unknown[];
  /** Columns with their SQL types, such as ['c.opened_at', 'timestamptz']. */
  order: (readonly [column: string, type: string])[];
  descending: boolean;
  /** Set where the rows stand in several ordered lists, each with an index of its own. */
  parts?: Parts;
  /** Set where several selects with the same columns are one list, called `s` in `where` and `order`; `select` is then not used. */
  union?: readonly string[];
}

/** Several ordered lists that are read as one: of each no more than a page is read. */
export interface Parts {
  /** What each part reads from, with the alias of the list's own table first, such as `task t`. */
  from: string;
  /** The column that names a row, such as `t.id`. */
  id: string;
  /** One condition a part; a row may stand in several. */
  conditions: readonly string[];
}

/** Reads one page; `place` gives the ordering values of a row as text. Throws BAD_CURSOR for a cursor of another list. */
export async function pageOf<Row extends object>(
  db: Rows,
  cursors: Cursors,
  list: ListSql,
  page: Page,
  place: (row: Row) => string[],
): Promise<Listed<Row>> {
  const backwards = page.last !== undefined && page.first === undefined;
  const wanted = Math.max(0, Math.min((backwards ? page.last : page.first) ?? 25, MOST_ON_A_PAGE));
  const values = [...list.values];
  const where = [...list.where];
  const columns = list.order.map(([column]) => column).join(', ');
  const bound = (cursor: string | undefined, forwards: boolean): void => {
    if (cursor === undefined) return;
    const at = cursors.open(list.name, cursor);
    const holders = list.order.map(([, type], n) => `$${values.push(at[n])}::${type}`);
    where.push(`(${columns}) ${forwards === list.descending ? '<' : '>'} (${holders.join(', ')})`);
  };
  bound(page.after, true);
  bound(page.before, false);
  const direction = backwards === list.descending ? 'asc' : 'desc';
  const ordered = `order by ${list.order.map(([column]) => `${column} ${direction}`).join(', ')} limit ${wanted + 1}`;
  const filter = where.join(' and ');
  const chosen = list.parts
    ? `${list.parts.id} = any(array(${idsOf(list.parts, list.order, filter, ordered, direction)}))`
    : filter;
  const sql = list.union ? unionOf(list.union, filter, ordered) : `${list.select} where ${chosen} ${ordered}`;
  const found = await db.query<Row>(sql, values);
  const more = found.rows.length > wanted;
  const rows = found.rows.slice(0, wanted);
  if (backwards) rows.reverse();
  return {
    rows: rows.map((row) => ({ row, cursor: cursors.seal(list.name, place(row)) })),
    hasNext: backwards ? page.before !== undefined : more,
    hasPrevious: backwards ? more : page.after !== undefined,
  };
}

/** A page of several selects: of each no more than a page is read. */
const unionOf = (selects: readonly string[], filter: string, ordered: string): string =>
  `select s.* from (${selects.map((one) => `(select s.* from (${one}) s where ${filter} ${ordered})`).join(' union all ')}) s ${ordered}`;

/** The ids of a page that is put together from the beginnings of several lists. */
function idsOf(
  { from, id, conditions }: Parts,
  order: ListSql['order'],
  filter: string,
  ordered: string,
  direction: string,
): string {
  const keys = order.map(([column], n) => `${column} as k${n}`).join(', ');
  const each = conditions.map(
    (one) => `(select ${id} as id, ${keys} from ${from} where ${filter} and ${one} ${ordered})`,
  );
  const limit = /limit \d+$/.exec(ordered)?.[0] ?? '';
  return `select u.id from (${each.join(' union ')}) u order by ${order.map((_, n) => `u.k${n} ${direction}`).join(', ')} ${limit}`;
}
