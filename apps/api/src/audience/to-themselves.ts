// What stands before something that a person says of themselves, in their own language.
import { partsOf, type Blocker, type ConsentKey } from '#libs/case';
import type { Catalogue } from '#libs/words';

const row = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What of it is meant: the question that a yes is to, or what is not right in it; nothing more where no sentence says it. */
function meant({ rule, about }: Blocker, words: Catalogue): string | undefined {
  if (rule !== 'unsound') return row(words.consents, partsOf(about as ConsentKey).purpose ?? '');
  const [field = '', one] = about.split(':');
  const item = field === 'explained' && one !== undefined ? row(words.explained, one) : undefined;
  if (item !== undefined) return words.notExplained(item);
  return row(words.fields, field);
}

/** `blocker` is of a rule about what a person said or gave themselves. */
export function toThemselves(blocker: Blocker, words: Catalogue): string {
  const says = row(words.blockers, blocker.rule) ?? words.refusals.notNow;
  const one = meant(blocker, words);
  const whole = one === undefined ? says : `${says}: ${one}`;
  return /[.?!]$/.test(whole) ? whole : `${whole}.`;
}
