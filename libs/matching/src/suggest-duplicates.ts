/** Probable duplicates of a person, with the reasons. A person decides; nothing is ever merged from here. */
import { foldName } from './fold-name.js';
import { nameByForms, nameBySound } from './sounds.js';

/** What is compared of a person. Null where it is not known. */
export interface Comparable {
  id: string;
  names: Record<'given' | 'family' | 'knownAs' | 'asWritten', string | null>;
  /** 'YYYY-MM-DD'. */
  bornOn: string | null;
  telephone: string | null;
  /** Their other numbers. */
  telephones?: readonly string[];
  /** Names held before, each as a whole. */
  formerNames?: readonly string[];
  email: string | null;
  /** References of the offences they are named with. */
  references: readonly string[];
}

/** Points of each reason. Two people reach `worthAsking` by no single weak reason alone. */
export const duplicateReasons = {
  sameName: { points: 40, says: 'the same name' },
  swappedNames: { points: 35, says: 'given and family name swapped' },
  lostLetter: { points: 30, says: 'the same name but for a letter lost on the way' },
  otherForm: { points: 35, says: 'another form of the same name' },
  formerName: { points: 30, says: 'a name that was held before' },
  soundsAlike: { points: 30, says: 'names that sound alike' },
  sameInitials: { points: 10, says: 'initials that fit the name' },
  sameBirthDate: { points: 30, says: 'the same date of birth' },
  swappedBirthDate: { points: 10, says: 'dates of birth with day and month swapped' },
  sameTelephone: { points: 25, says: 'the same telephone number' },
  sameEmail: { points: 25, says: 'the same e-mail address' },
  sameReference: { points: 20, says: 'the same reference' },
  otherBirthDate: { points: -30, says: 'different dates of birth' },
} as const satisfies Record<string, { points: number; says: string }>;
export type DuplicateReason = keyof typeof duplicateReasons;

/** A score from which two people are worth a look: a name alone is (the commonest cause of double records), a shared household number alone is not. */
export const worthAsking = 40;

export interface DuplicateSuggestion {
  id: string;
  knownId: string;
  /** From `worthAsking` to 100. */
  score: number;
  reasons: DuplicateReason[];
}

/**
 * Suggests, for each of `people`, those of `known` who may be the same person; the likeliest first. Pure and symmetrical.
 * Only people who share a name, number, address, birth date or reference are compared, so that thousands of known people cost little.
 */
export function suggestDuplicates(people: readonly Comparable[], known: readonly Comparable[]): DuplicateSuggestion[] {
  const index = new Map<string, Comparable[]>();
  for (const one of known) for (const key of keysOf(one)) index.set(key, [...(index.get(key) ?? []), one]);
  return people.flatMap((one) => {
    const near = new Set(keysOf(one).flatMap((key) => index.get(key) ?? []));
    return [...near]
      .filter((other) => other.id !== one.id)
      .map((other) => compare(one, other))
      .filter((suggestion) => suggestion.score >= worthAsking)
      .toSorted((a, b) => b.score - a.score || (a.knownId < b.knownId ? -1 : 1));
  });
}

const words = (one: Comparable): string[] =>
  foldName(one.names.asWritten ?? '')
    .split(' ')
    .filter(Boolean);
const bagOf = (name: string): string => foldName(name).split(' ').filter(Boolean).toSorted().join(' ');
const bag = (one: Comparable): string => bagOf(one.names.asWritten ?? '');
/** Every number somebody is known by. */
export const numbersOf = ({ telephone, telephones = [] }: Pick<Comparable, 'telephone' | 'telephones'>): string[] => [
  ...new Set([...(telephone === null ? [] : [telephone]), ...telephones]),
];
const reference = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, '');

function keysOf(one: Comparable): string[] {
  const keys: (string | null)[] = [
    bag(one) && `name ${bag(one)}`,
    // A letter lost on the way leaves the length and the initials of the name.
    bag(one) &&
      `shape ${words(one)
        .map((word) => word.length)
        .join(' ')}`,
    words(one).length > 1 ? `sounds ${nameBySound(words(one))}` : null,
    one.bornOn && `born ${one.bornOn}`,
    ...numbersOf(one).map((number) => `telephone ${number}`),
    ...(one.formerNames ?? []).map((name) => `name ${bagOf(name)}`),
    one.email && `email ${one.email.toLowerCase()}`,
    ...one.references.map((text) => `reference ${reference(text)}`),
  ];
  return [...new Set(keys.filter((key): key is string => Boolean(key)))];
}

function compare(a: Comparable, b: Comparable): DuplicateSuggestion {
  const byName = nameReasons(a, b);
  const names = byName.length > 0 ? byName : formerReasons(a, b);
  const reasons = [...names, ...birthReasons(a.bornOn, b.bornOn), ...contactReasons(a, b)];
  const points = reasons.reduce((sum, reason) => sum + duplicateReasons[reason].points, 0);
  return { id: a.id, knownId: b.id, score: Math.min(100, points), reasons };
}

function nameReasons(a: Comparable, b: Comparable): DuplicateReason[] {
  const [one, other] = [words(a), words(b)];
  if (one.length === 0 || other.length === 0) return [];
  if (one.join(' ') === other.join(' ')) return ['sameName'];
  if (bag(a) === bag(b)) return ['swappedNames'];
  if (one.join(' ').includes('?') || other.join(' ').includes('?'))
    return fits(one.join(' '), other.join(' ')) ? ['lostLetter'] : [];
  if (initialsFit(one, other) || initialsFit(other, one)) return ['sameInitials'];
  if (one.length < 2 || other.length < 2) return [];
  if (nameByForms(one) === nameByForms(other)) return ['otherForm'];
  return nameBySound(one) === nameBySound(other) ? ['soundsAlike'] : [];
}

/** One goes by the name that the other gave up; two names given up say nothing yet. */
function formerReasons(a: Comparable, b: Comparable): DuplicateReason[] {
  const before = (one: Comparable, other: Comparable): boolean =>
    bag(other) !== '' && (one.formerNames ?? []).some((name) => bagOf(name) === bag(other));
  return before(a, b) || before(b, a) ? ['formerName'] : [];
}

const fits = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((letter, i) => letter === b[i] || letter === '?' || b[i] === '?');

const initialsFit = (initials: readonly string[], name: readonly string[]): boolean =>
  initials.join('').length === name.length &&
  name.length > 1 &&
  initials.join('') === name.map((word) => word[0]).join('');

function birthReasons(a: string | null, b: string | null): DuplicateReason[] {
  if (a === null || b === null) return [];
  if (a === b) return ['sameBirthDate'];
  return `${a.slice(0, 5)}${a.slice(8)}-${a.slice(5, 7)}` === b ? ['swappedBirthDate'] : ['otherBirthDate'];
}

function contactReasons(a: Comparable, b: Comparable): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  const numbers = new Set(numbersOf(a));
  if (numbersOf(b).some((number) => numbers.has(number))) reasons.push('sameTelephone');
  if (a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase()) reasons.push('sameEmail');
  const references = new Set(a.references.map(reference));
  if (b.references.some((text) => references.has(reference(text)))) reasons.push('sameReference');
  return reasons;
}
