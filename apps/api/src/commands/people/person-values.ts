// Details of a person as they come in: trimmed, and nothing in them that does not show.
import type { Values } from '#libs/people';
import { apiError } from '../../server/graphql/errors.js';

// A character that does not show is no part of a name, a number or an address.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST_VALUE = 200;

/** The details that were given, in Unicode's composed form. BAD_USER_INPUT for one that is too long or not plain text. */
export function personValues(given: Readonly<Record<string, string | null | undefined>>): Values {
  const values = Object.entries(given).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [[field, value.normalize('NFC').trim()] as const],
  );
  if (values.some(([, value]) => value.length > LONGEST_VALUE || UNSEEN.test(value) || !value.isWellFormed()))
    throw apiError('BAD_USER_INPUT', `A detail is plain text of at most ${LONGEST_VALUE} characters.`);
  return Object.fromEntries(values) as Values;
}
