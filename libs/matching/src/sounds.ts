/** Words of a name by how they sound (Double Metaphone), for those who heard a name and never saw it written. */
import { doubleMetaphone } from 'double-metaphone';
import { foldName } from './fold-name.js';
import { nameForms } from './nicknames.js';

/** The words of a name, folded. */
export const nameWords = (name: string): string[] => foldName(name).split(' ').filter(Boolean);

/** How one folded word may sound, as itself and as a name it is a form of; none for an initial or a word with a lost letter. */
export function soundsOf(word: string): string[] {
  if (word.length < 2 || word.includes('?')) return [];
  const codes = [word, ...nameForms(word)].flatMap((form) => doubleMetaphone(form));
  return [...new Set(codes.filter(Boolean))];
}

/** What finds one word of a name: the word, the names it is a form of, and how they sound. */
export const wordKeys = (word: string): string[] => [
  ...new Set([
    `word ${word}`,
    ...nameForms(word).map((form) => `form ${form}`),
    ...soundsOf(word).map((code) => `sound ${code}`),
  ]),
];

/** A whole name by its forms, whatever the order of its words; each word stands for the first name it is a form of. */
export const nameByForms = (words: readonly string[]): string =>
  words
    .map((word) => nameForms(word)[0] ?? word)
    .toSorted()
    .join(' ');

/** A whole name by its sound, whatever the order of its words. */
export const nameBySound = (words: readonly string[]): string =>
  words
    .map((word) => doubleMetaphone(nameForms(word)[0] ?? word)[0] || word)
    .toSorted()
    .join(' ');
