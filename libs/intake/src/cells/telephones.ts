/** Telephone numbers as people write them, by the numbering plans of libphonenumber. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { seen } from './characters.js';

export interface Telephone {
  /** E.164, such as '+447700900123'. */
  number: string;
  /** Digits to ask for once the call is answered; null for none. */
  extension: string | null;
  /** As it stood in the cell, without unseen marks. */
  written: string;
}

// The library takes any number of a possible length: this is what a number of the United Kingdom looks like, the numbers
// set aside for drama and tests among them.
const british = /^\+44([1-3]\d{8,9}|[57-9]\d{9}|800\d{6})$/;
// Words and signs beside a number: "Home:", "(mob)", "after 6pm" are no part of it.
const numberIn = /(?:\+|00)?\(?\d[\d\s().\p{Pd}]{5,}\d(?:\s*(?:ext(?:ension|n)?|est|x|#)[\s.:]*\d{1,6}\b)?/giu;
const between = /\s*(?:[/;,|\n\r]|\bor\b|\bneu\b|\band\b|\ba\b|&)\s*/iu;

/** Every number of a cell, in order; [] when it holds none. A number stands once, however often it is written. */
export function telephonesIn(cell: string): Telephone[] {
  const text = digitsOf(seen(cell));
  const found = text.split(between).flatMap((part) => {
    const whole = one(part);
    return whole ? [whole] : [...part.matchAll(numberIn)].flatMap(([written]) => one(written) ?? apart(written));
  });
  return [...new Map(found.map((telephone) => [telephone.number, telephone])).values()];
}

/** The one number of a text in E.164; null for none, for several, and for words. */
export function telephoneOf(text: string): string | null {
  const found = one(digitsOf(seen(text)));
  return found?.number ?? null;
}

/** "07700900301 07700900302": two numbers with nothing between them but a space. */
function apart(written: string): Telephone[] {
  const words = written.split(/\s+/);
  for (let at = 1; at < words.length; at += 1) {
    const [first, second] = [one(words.slice(0, at).join(' ')), one(words.slice(at).join(' '))];
    if (first && second) return [first, second];
  }
  return [];
}

function one(text: string): Telephone | null {
  const written = text.trim();
  const plain = written
    .replace(/^\(?00/, '+')
    .replace(/^(\+\d{1,3})\s*\(0\)/, '$1')
    .replace(/^\+440/, '+44');
  if (/[^\d\s()+.\p{Pd}]/u.test(plain.replace(/\s*(ext(ension|n)?|est|x|#)[\s.:]*\d{1,6}$/i, ''))) return null;
  const read = parsePhoneNumberFromString(plain.replace(/\best(?=[\s.:]*\d)/i, 'ext'), {
    defaultCountry: 'GB',
    extract: false,
  });
  if (!read?.isPossible()) return null;
  const number: string = read.number;
  if (number.startsWith('+44') && !british.test(number)) return null;
  return { number, extension: read.ext ?? null, written };
}

/** Full-width and other digits as the plain ones, and every dash a plain one. */
const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\p{Pd}/gu, '-');
