/** Pairs of records made by rule, each labelled as one person or two, by which the comparison is measured. */
import type { Comparable } from '../suggest-duplicates.js';

export interface LabelledPair {
  readonly rule: string;
  readonly one: Comparable;
  readonly other: Comparable;
  readonly isSame: boolean;
  /** Held apart: never looked at while the points are tuned. */
  readonly isHeldApart: boolean;
}

const given: readonly (readonly [name: string, otherForm: string])[] = [
  ['Sian', 'Jane'], ['Dafydd', 'David'], ['William', 'Bill'], ['Stephen', 'Steffan'], ['Michael', 'Mike'], ['Thomas', 'Tomos'],
  ['Robert', 'Bob'], ['Richard', 'Rhisiart'], ['James', 'Jim'], ['John', 'Sion'], ['Edward', 'Ted'], ['Andrew', 'Drew'],
]; // prettier-ignore
const family = ['Tolland', 'Griffiths', 'Moss', 'Okafor', 'Price', 'de Souza', 'Nguyen', 'Begum', 'Reid', 'Farr'];
const transliterated: readonly (readonly [string, string])[] = [
  ['Mohammed', 'Muhammad'], ['Yusuf', 'Youssef'], ['Aleksandr', 'Alexander'], ['Catherine', 'Katherine'],
]; // prettier-ignore

const PEOPLE = 240;

/** Somebody of the set: their names, day and number follow from their place in it. */
function person(n: number, named: { first?: string; last?: string } = {}): Comparable {
  const first = named.first ?? given[n % given.length]?.[0] ?? '';
  const last = named.last ?? `${family[n % family.length]}${n % 7 === 0 ? ' Hughes' : ''}`;
  const day = String((n % 27) + 1).padStart(2, '0');
  const month = String((n % 11) + 1).padStart(2, '0');
  return {
    id: `p${n}`,
    names: { given: first, family: last, knownAs: null, asWritten: `${first} ${last}` },
    bornOn: `${1950 + (n % 55)}-${month}-${day}`,
    telephone: `+44770090${String(n).padStart(4, '0')}`,
    email: null,
    references: [],
  };
}

const renamed = (one: Comparable, first: string, last: string): Comparable => ({
  ...one,
  names: { given: first, family: last, knownAs: null, asWritten: `${first} ${last}` },
});
type Rule = (n: number) => [one: Comparable, other: Comparable];

const same: Readonly<Record<string, Rule>> = {
  'the same, without a number': (n) => [person(n), { ...person(n), telephone: null }],
  nickname: (n) => [person(n), renamed(person(n), given[n % given.length]?.[1] ?? '', person(n).names.family ?? '')],
  'names swapped': (n) => [person(n), renamed(person(n), person(n).names.family ?? '', person(n).names.given ?? '')],
  transliterated: (n) => {
    const [one = '', other = ''] = transliterated[n % transliterated.length] ?? [];
    return [person(n, { first: one }), person(n, { first: other })];
  },
  'day and month swapped': (n) => {
    const [year, month, day] = (person(n).bornOn ?? '').split('-');
    return [
      person(n),
      { ...person(n), bornOn: Number(day) <= 12 ? `${year}-${day}-${month}` : person(n).bornOn, telephone: null },
    ];
  },
  'name changed, the former one kept': (n) => [
    { ...renamed(person(n), person(n).names.given ?? '', 'Lake'), formerNames: [person(n).names.asWritten ?? ''] },
    { ...person(n), telephone: null },
  ],
  'another number, no birth date': (n) => [person(n), { ...person(n), bornOn: null, telephone: '+447700999999' }],
};
const apart: Readonly<Record<string, Rule>> = {
  twins: (n) => [person(n), { ...person(n, { first: given[(n + 1) % given.length]?.[0] ?? '' }), telephone: null }],
  'father and son of one name and one house': (n) => [
    person(n),
    { ...person(n), bornOn: `${2006 + (n % 4)}-03-0${(n % 8) + 1}` },
  ],
  'one house, two families': (n) => [person(n), { ...person(n + 3), telephone: person(n).telephone }],
  strangers: (n) => [person(n), person(n + 7)],
  'one family name': (n) => [person(n), person(n + family.length * 7)],
};

/** Every rule over everybody; every other person's pairs are held apart. */
export function labelledSet(): LabelledPair[] {
  const pairs = (rules: Readonly<Record<string, Rule>>, isSame: boolean): LabelledPair[] =>
    Object.entries(rules).flatMap(([rule, make]) =>
      Array.from({ length: PEOPLE }, (_, n) => {
        const [one, other] = make(n);
        return { rule, one: { ...one, id: 'one' }, other: { ...other, id: 'other' }, isSame, isHeldApart: n % 2 === 1 };
      }),
    );
  return [...pairs(same, true), ...pairs(apart, false)];
}
