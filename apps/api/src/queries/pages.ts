// Pages of a list as GraphQL asks for them and gives them back: Relay connections with sealed cursors.
import { BadCursor, MOST_ON_A_PAGE, type Listed, type Page } from '#libs/database';
import { apiError } from '../server/graphql/errors.js';

/** The arguments of a list. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The page that was asked for. BAD_USER_INPUT when it runs both ways, or has less than one row or more than a hundred. */
export function pageAsked({ first, after, last, before }: PageArgs): Page {
  if (isGiven(first) && isGiven(last))
    throw apiError('BAD_USER_INPUT', 'Ask for the first rows or for the last, not for both.');
  const rows = first ?? last ?? 1;
  if (rows < 1 || rows > MOST_ON_A_PAGE) throw apiError('BAD_USER_INPUT', `A page has 1 to ${MOST_ON_A_PAGE} rows.`);
  return {
    ...(isGiven(first) && { first }),
    ...(isGiven(last) && { last }),
    ...(isGiven(after) && { after }),
    ...(isGiven(before) && { before }),
  };
}
const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** A list that was read, as a connection of whatever `node` makes of a row. */
export async function connection<Row, Node>(reading: Promise<Listed<Row>>, node: (row: Row) => Node) {
  const { rows, hasNext, hasPrevious } = await reading.catch(notOurCursor);
  return {
    edges: rows.map(({ row, cursor }) => ({ cursor, node: node(row) })),
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: rows.at(-1)?.cursor ?? null,
    },
  };
}

function notOurCursor(error: unknown): never {
  if (error instanceof BadCursor) {
    throw apiError('BAD_USER_INPUT', 'This cursor does not belong to this list. Begin again without one.');
  }
  throw error;
}
