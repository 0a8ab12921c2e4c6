// A case's reference for telephone and letters: random, so that it tells neither how many cases there are nor when this one came.
import { randomInt } from 'node:crypto';

// No vowels and no look-alikes: it spells nothing and is read out without mistakes. 27^8 is 280 thousand million.
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A new reference such as 'K7QD-2MXR'. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
