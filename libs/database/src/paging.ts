// What every list is asked for and gives: a page before or after a sealed cursor.

/** A page forwards (`first` after a cursor) or backwards (`last` before one). At most `MOST_ON_A_PAGE`. */
export interface Page {
  descending?: boolean;
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}
export const MOST_ON_A_PAGE = 100;

/** Rows with a sealed cursor each: it says nothing, and is good for this list, this order and this actor only. */
export interface Listed<T> {
  rows: { row: T; cursor: string }[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** No row at all, and none to come. */
export const noRows: Listed<never> = { rows: [], hasNext: false, hasPrevious: false };

/** The same page with each row made into something else. */
export const mapRows = <A, B>(listed: Listed<A>, made: (row: A) => B): Listed<B> => ({
  ...listed,
  rows: listed.rows.map(({ row, cursor }) => ({ row: made(row), cursor })),
});
