// What a log may hold: kinds, codes and places of errors, no free text.
export { linesWithoutWords, originOf, withoutWords } from './without-words.js';
export type { Wordless } from './without-words.js';
export { wordless } from './wordless.js';
