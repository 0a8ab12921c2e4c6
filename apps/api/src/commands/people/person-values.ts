// Details of a person as they come in: read by the rules that read the cells of a file.
import { detailsRead } from '#libs/intake';
import type { Values } from '#libs/people';
import { apiError } from '../../server/graphql/errors.js';

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const LONGEST_VALUE = 200;

/**
 * The details that were given, as they are held: a telephone number as E.164, names without marks that nobody sees. An empty
 * text takes a detail away. BAD_USER_INPUT, naming the detail, for one that is too long, not plain text, or cannot be what
 * it is said to be. `today` is the London day.
 */
export function personValues(given: Readonly<Record<string, string | null | undefined>>, today: string): Values {
  const values = Object.entries(given).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [[field, value] as const],
  );
  if (values.some(([, value]) => value.length > LONGEST_VALUE || UNSEEN.test(value) || !value.isWellFormed()))
    throw apiError('BAD_USER_INPUT', `A detail is plain text of at most ${LONGEST_VALUE} characters.`);
  const read = detailsRead(Object.fromEntries(values), today);
  if ('reason' in read) throw apiError('BAD_USER_INPUT', `${read.field} ${read.reason}.`);
  return read.values as Values;
}
