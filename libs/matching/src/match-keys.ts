/** What two records of one person are likely to share: the keys of an index that finds candidates among many thousands. */
import { foldName } from './fold-name.js';
import { nameBySound } from './sounds.js';
import { numbersOf, type Comparable } from './suggest-duplicates.js';

/**
 * Keys of one person. People who share one are worth comparing with `suggestDuplicates`; people who share none would not
 * reach `worthAsking`, but for two letters lost in two different words. No key is as wide as a first name or an initial.
 */
export function matchKeys(one: Omit<Comparable, 'id' | 'references'>): string[] {
  const { names, bornOn, email } = one;
  const written = names.asWritten ?? [names.given, names.family].filter(Boolean).join(' ');
  const words = foldName(written).split(' ').filter(Boolean);
  const keys = [
    ...(words.length > 0 ? [`name ${words.toSorted().join(' ')}`] : []),
    ...(words.length > 1 ? words.map((_, lost) => `but ${butFor(words, lost)}`) : []),
    ...(words.length > 1 && words.every((word) => word.length > 1) ? [`sounds ${nameBySound(words)}`] : []),
    ...(bornOn === null ? [] : [`born ${bornOn}`]),
    ...numbersOf(one).map((number) => `telephone ${number}`),
    ...(one.formerNames ?? []).map((name) => `name ${foldName(name).split(' ').filter(Boolean).toSorted().join(' ')}`),
    ...(email === null ? [] : [`email ${email.toLowerCase()}`]),
  ];
  return [...new Set(keys)];
}

/** The name with one word told by its length alone: a letter lost on the way leaves it as it was. */
const butFor = (words: readonly string[], lost: number): string =>
  words.map((word, n) => (n === lost ? String(word.length) : word)).join(' ');
