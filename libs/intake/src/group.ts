/** Rows of one offence set become one referral: same reference, same person responsible (R10). */
import { folded } from './cells/characters.js';
import { foldedName } from './cells/names.js';
import { merged } from './merge.js';
import { leaveOutWords, withhold } from './withhold.js';
import type { Draft } from './draft.js';
import type { ReferralFlag, ReferredPerson, RowMark, SetAside } from './referral.js';

/** A row that was taken, on its way into a group. */
export interface TakenRow {
  mark: RowMark;
  draft: Draft;
}
/** Somebody who took back, or never gave, leave to share: said once, to find those who are held already, and kept nowhere. */
export interface Objection {
  /** Fingerprint of the row that says so. */
  row: string;
  asWritten: string;
  bornOn: string | null;
  telephone: string | null;
  email: string | null;
}
/** Rows of one offence set, merged; with what each row itself gave cause to flag. */
export interface Group {
  rows: RowMark[];
  draft: Draft;
  remarks: { line: number; flags: ReferralFlag[]; setAside: SetAside[] }[];
  objections: Objection[];
}

/**
 * Groups rows, withholds whom R7 withholds, and merges each group. Spellings that differ in case or marks only are the
 * same person here because the reference agrees too; without a reference rows are never brought together.
 * Groups stand in the order of their first rows.
 */
export function grouped(rows: readonly TakenRow[]): Group[] {
  spreadRefusals(rows);
  const sets = new Map<string, TakenRow[][]>();
  const order: TakenRow[][] = [];
  for (const row of rows) {
    const key = setOf(row);
    const near = key === null ? [] : (sets.get(key) ?? []);
    const home = near.find((set) => set[0] && responsibleAgree(set[0], row));
    if (home) {
      home.push(row);
      continue;
    }
    const set = [row];
    order.push(set);
    if (key !== null) sets.set(key, [...near, set]);
  }
  return order.map(together);
}

/** A refusal beside one person responsible also counts in the rows of the same reference beside another (R7). */
function spreadRefusals(rows: readonly TakenRow[]): void {
  const harmed = rows.flatMap(({ draft }) =>
    draft.people.flatMap((one) => {
      const name = foldedName(one.names);
      if (one.role !== 'harmed' || name === '' || draft.externalReference === null) return [];
      return [{ one, key: `${folded(draft.externalReference)}\n${name}` }];
    }),
  );
  const refused = new Set(harmed.filter(({ one }) => one.agreedToShare === false).map(({ key }) => key));
  for (const { one, key } of harmed) if (refused.has(key)) one.agreedToShare = false;
}

function setOf({ draft }: TakenRow): string | null {
  const responsible = draft.people.filter((one) => one.role === 'responsible').map((one) => foldedName(one.names));
  if (draft.externalReference === null || responsible.length === 0 || responsible.includes('')) return null;
  return [folded(draft.externalReference), ...responsible].join('\n');
}

function responsibleAgree(a: TakenRow, b: TakenRow): boolean {
  const born = ({ draft }: TakenRow) => draft.people.find((one) => one.role === 'responsible')?.bornOn ?? null;
  return agree(born(a), born(b));
}
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/**
 * The same person in two rows of one offence set: same role, same folded name, and no birth dates that disagree. Where number
 * and address are both others and no birth date says that they are one, they may be father and son: two, until staff have asked.
 */
export const samePerson = (a: ReferredPerson, b: ReferredPerson): boolean =>
  a.role === b.role && sameName(a, b) && agree(a.bornOn, b.bornOn) && !reachedElsewhere(a, b);

const sameName = (a: ReferredPerson, b: ReferredPerson): boolean =>
  foldedName(a.names) !== '' && foldedName(a.names) === foldedName(b.names);
const reachedElsewhere = (a: ReferredPerson, b: ReferredPerson): boolean =>
  (a.bornOn === null || b.bornOn === null) && !agree(a.telephone, b.telephone) && !agree(a.email, b.email);

function together(set: readonly TakenRow[]): Group {
  const people = set.flatMap(({ draft }) => draft.people);
  const home = homes(people);
  if (twiceByName(people, home)) set[0]?.draft.flags.push({ rule: 'R10', what: 'sameNameTwice', about: 'referral' });
  const refused = new Set(home.filter((_, i) => people[i]?.role === 'harmed' && people[i].agreedToShare === false));
  // A name of one or two letters would clear half the words of the language.
  const named = people.filter((_, i) => refused.has(home[i] ?? -1)).flatMap((one) => foldedName(one.names).split(' '));
  const names = new Set(named.filter((word) => word.length > 2));
  const objections = people.flatMap((one, i) => (refused.has(home[i] ?? -1) ? objectionOf(one) : []));
  let offset = 0;
  for (const { draft } of set) {
    const count = draft.people.length;
    const start = offset;
    const who = draft.people.flatMap((_, i) => (refused.has(home[start + i] ?? -1) ? [i] : []));
    if (who.length > 0) withhold(draft, new Set(who));
    offset += count;
  }
  // Words beside one person harmed may speak of another, who did not agree.
  if (refused.size > 0) for (const { draft } of set) leaveOutWords(draft, names);
  const remarks = set.map(({ mark, draft }) => ({ line: mark.line, flags: draft.flags, setAside: draft.setAside }));
  return {
    rows: set.map(({ mark }) => mark),
    draft: merged(
      set.map(({ draft }) => draft),
      home,
    ),
    remarks,
    objections,
  };
}

const objectionOf = ({ names, bornOn, telephone, email, rows }: ReferredPerson): Objection[] =>
  names.asWritten === null ? [] : [{ row: rows[0] ?? '', asWritten: names.asWritten, bornOn, telephone, email }];

/** For each person of a set, the place of the first entry that is the same person. */
function homes(people: readonly ReferredPerson[]): number[] {
  const byName = new Map<string, number[]>();
  return people.map((one, i) => {
    const key = `${one.role}\n${foldedName(one.names)}`;
    const near = byName.get(key) ?? [];
    const home = near.find((at) => samePerson(people[at] ?? one, one));
    if (home === undefined) byName.set(key, [...near, i]);
    return home ?? i;
  });
}

/** Two who are held apart although they have one name and one role. */
function twiceByName(people: readonly ReferredPerson[], home: readonly number[]): boolean {
  const apart = people.filter((_, i) => home[i] === i);
  const names = apart.flatMap((one) => (foldedName(one.names) === '' ? [] : [`${one.role}\n${foldedName(one.names)}`]));
  return new Set(names).size < names.length;
}
