// One way to read a page of any list: after or before a sealed cursor, one row more than asked for to know whether it goes on.
import { MOST_ON_A_PAGE, type Cursors, type Listed, type Page, type Rows } from '#libs/casework';

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
  const sql = `${list.select} where ${where.join(' and ')} order by ${list.order.map(([column]) => `${column} ${direction}`).join(', ')} limit ${wanted + 1}`;
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
