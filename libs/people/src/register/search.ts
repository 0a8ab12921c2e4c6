// The text of a search for a person, as tokens: a number, an address, a birth date, a reference, or words of a name as they sound.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import { emailOf, readDate, seen, telephoneOf } from '#libs/intake';
import { nameWords, wordKeys } from '#libs/matching';
import { referenceKey, tokensOf } from '../postgres/tokens.js';

// More words than any name has; each is a lookup.
const MOST_PARTS = 8;
const dateStyles = ['iso', 'dayMonthYear', 'dayMonthName'] as const;

/** The keys of a search: a person is found when each part finds them by any of its keys. */
export function searchKeys(text: string): string[][] {
  const whole = seen(text);
  const said = one(whole);
  if (said) return [said];
  const pieces = whole.split(/[\s,;]+/).filter(Boolean);
  const parts = pieces.flatMap((piece) => {
    const known = one(piece);
    return known ? [known] : nameWords(piece).map(wordKeys);
  });
  return parts.filter((keys) => keys.length > 0).slice(0, MOST_PARTS);
}

/** The keys of a text that is one thing and no name; null for words. */
function one(text: string): string[] | null {
  const email = text.includes('@') ? emailOf(text) : null;
  if (email) return [`email ${email.toLowerCase()}`];
  const read = /\d/.test(text) ? readDate(text, dateStyles, 'a date') : null;
  if (read && 'date' in read) return [`born ${read.date}`];
  const telephone = /\d[\d\s().-]{5,}\d/.test(text) ? telephoneOf(text) : null;
  if (telephone) return [`telephone ${telephone}`];
  // A reference may be spaced around its strokes: `bt / 12 / 26`.
  const spaced = /^\p{L}{0,4}\s*[/-]\s*[\p{L}\d]+(\s*[/-]\s*[\p{L}\d]+)*$/u;
  return /\d/.test(text) && (!/\s/.test(text) || spaced.test(text)) ? [referenceKey(text)] : null;
}

/** The tokens of a search, part by part. */
export async function searchTokens(rows: Rows, sealing: Sealing, serviceId: Id, text: string): Promise<Buffer[][]> {
  const parts = searchKeys(text);
  const tokens = await tokensOf(rows, sealing, serviceId, parts.flat());
  let from = 0;
  return parts.map((keys) => tokens.slice(from, (from += keys.length)));
}
