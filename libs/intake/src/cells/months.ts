/** Names of months in English and Welsh, whole and shortened. */
import { foldName } from '#libs/matching';

const names: readonly string[] = [
  'january jan ionawr ion',
  'february feb febr chwefror chwef chwe',
  'march mar mawrth maw',
  'april apr ebrill ebr',
  'may mai',
  'june jun mehefin meh',
  'july jul gorffennaf gorff gor',
  'august aug awst',
  'september sept sep medi',
  'october oct hydref hyd',
  'november nov tachwedd tach',
  'december dec rhagfyr rhag',
];
const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((row, i) => row.split(' ').map((name) => [name, i + 1] as const)),
);

/** 1 to 12; undefined for a word that names no month. */
export const monthOf = (word: string): number | undefined => months.get(foldName(word));
