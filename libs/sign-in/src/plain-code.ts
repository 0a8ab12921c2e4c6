// What people type for a code, as it is compared: whatever keyboard, writing aid or copying put between, around or in place of its letters.

/** The zeros of digits that other keyboards write: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6];
const otherDigits = new RegExp(
  `[${zeros.map((zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`).join('')}]`,
  'g',
);
const asDigit = (other: string): string =>
  String(zeros.map((zero) => (other.codePointAt(0) ?? 0) - zero).find((value) => value >= 0 && value < 10) ?? '');

/** Nobody types more; what is longer is cut before it is looked at. */
const LONGEST = 200;

/**
 * Either code as it is compared: full-width and other digits are folded, letters are upper case, every dash, dot, space and
 * invisible mark is gone, and the letters that people mistake are put right.
 */
export const plainCode = (typed: string): string =>
  typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(otherDigits, asDigit)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
