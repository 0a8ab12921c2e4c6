// How old a reader must be to read a text with ease: the school year of Flesch and Kincaid, and five. For tests and writers; no page needs it.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** English children are five when the year before the first begins. */
const YEARS_BEFORE_THE_FIRST_GRADE = 5;

const words = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** The reading age of English Markdown, in years. A line of a list or a heading without a full stop is a sentence. */
export function readingAgeOf(markdown: string): number {
  const sentences = sentencesOf(markdown);
  const all = sentences.flatMap(wordsOf);
  const counts = {
    sentence: sentences.length,
    word: all.length,
    syllable: all.reduce((sum, one) => sum + syllable(one), 0),
  };
  return fleschKincaid(counts) + YEARS_BEFORE_THE_FIRST_GRADE;
}

/** Words of four syllables or more: those a writer would look at first. */
export const longWordsOf = (markdown: string): string[] => [
  ...new Set(
    sentencesOf(markdown)
      .flatMap(wordsOf)
      .filter((word) => syllable(word) > 3),
  ),
];

const sentencesOf = (markdown: string): string[] =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_#>]/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(-|\d+\.)\s+/, ''))
    .flatMap((line) => line.split(/(?<=[.?!])\s+/))
    .filter((sentence) => wordsOf(sentence).length > 0);

const wordsOf = (sentence: string): string[] =>
  [...words.segment(sentence)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
