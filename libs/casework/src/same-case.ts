// The same case again: a referral about an offence and people whom an open case has already, however its rows are spelt (R10).
import { type Id, type JusticeStage } from '#libs/case';
import type { Objection, Referral, ReferredPerson } from '#libs/intake';
import { foldName } from '#libs/matching';
import type { HeldCase, HeldPart } from './ports.js';
import { valuesOf } from './referral-values.js';

type Held = HeldCase['people'][number];

/** How the people of a referral stand to those of an open case. */
export interface SameCase {
  caseId: Id;
  /** Who is there already, and what the row says of them. */
  known: { held: Held; referred: ReferredPerson }[];
  /** Who is not there yet. */
  fresh: ReferredPerson[];
  /** Who is there and, this time, does not agree to share (R7). */
  objecting: HeldPart[];
}

/** The case that a referral is about; null where none of the cases is, or where a person responsible is another. */
export function sameCase(
  referral: Referral,
  objections: readonly Objection[],
  cases: readonly HeldCase[],
): SameCase | null {
  for (const one of cases) {
    const found = compared(referral, objections, one);
    const accused = referral.people.filter(({ role }) => role === 'responsible');
    const allThere = accused.every((person) => found.known.some(({ referred }) => referred === person));
    const some = accused.length > 0 || found.known.length > 0 || found.objecting.length > 0;
    if (allThere && some) return found;
  }
  return null;
}

function compared(referral: Referral, objections: readonly Objection[], { caseId, people }: HeldCase): SameCase {
  const left = new Set(people);
  const take = (fits: (held: Held) => boolean): Held | null => {
    const held = [...left].find(fits) ?? null;
    if (held) left.delete(held);
    return held;
  };
  const known: SameCase['known'] = [];
  const fresh: ReferredPerson[] = [];
  for (const referred of referral.people.filter((one) => !isWithheld(one))) {
    const held = take((one) => one.role === roleOf(referred) && isSame(referred, one.values));
    if (held) known.push({ held, referred });
    else fresh.push(referred);
  }
  const objecting = objections.flatMap(
    (one) => take((held) => held.role === 'harmed' && isSame(objector(one), held.values)) ?? [],
  );
  // Of whoever objected before nothing is held by which to tell them apart: said again, it is the same objection.
  const nameless = referral.people.filter(isWithheld).slice(objecting.length);
  fresh.push(
    ...nameless.filter(() => !take((held) => held.role === 'harmed' && Object.keys(held.values).length === 0)),
  );
  return { caseId, known, fresh, objecting };
}

const isWithheld = ({ role, agreedToShare }: ReferredPerson): boolean => role === 'harmed' && agreedToShare === false;
const roleOf = ({ role }: ReferredPerson): HeldPart['role'] => (role === 'parentOrCarer' ? 'supporter' : role);

type Told = { name: string | null; bornOn: string | null; telephone: string | null; email: string | null };
const objector = ({ asWritten, ...rest }: Objection): Told => ({ ...rest, name: asWritten });

/** One name, and no birth dates that differ; where number and address are both others, the birth date must say so. */
function isSame(said: ReferredPerson | Told, held: Held['values']): boolean {
  const name = 'names' in said ? said.names.asWritten : said.name;
  if (name === null || foldName(name) === '' || foldName(name) !== foldName(held['asWritten'] ?? '')) return false;
  const differ = (a: string | null, b: string | undefined): boolean => a !== null && b !== undefined && a !== b;
  if (differ(said.bornOn, held['bornOn'])) return false;
  const sure = said.bornOn !== null && held['bornOn'] !== undefined;
  return sure || !(differ(said.telephone, held['telephone']) && differ(said.email, held['email']));
}

/** What a row says of somebody who is there: what was not held and can be added, and what differs and waits for a person. */
export function differences({ held, referred }: SameCase['known'][number]): {
  added: Record<string, string>;
  differing: { field: string; says: string }[];
} {
  const said = valuesOf(referred);
  const fields = ['bornOn', 'telephone', 'email', 'language', 'ageBand'].filter((field) => said[field] !== undefined);
  const missing = fields.filter((field) => held.values[field] === undefined);
  const others = fields.filter((field) => held.values[field] !== undefined && held.values[field] !== said[field]);
  return {
    added: Object.fromEntries(missing.map((field) => [field, said[field] ?? ''])),
    differing: others.map((field) => ({ field, says: said[field] ?? '' })),
  };
}

// A later file never takes proceedings back: an older export that comes late says what was so before.
const forward: readonly JusticeStage[] = [
  'notReported',
  'investigation',
  'charged',
  'preSentence',
  'community',
  'custody',
];
/** Whether proceedings have gone on from one point to another. */
export const goesOn = (from: JusticeStage, to: JusticeStage): boolean =>
  to !== 'unknown' &&
  from !== to &&
  (from === 'unknown' || (forward.includes(from) && forward.indexOf(to) > forward.indexOf(from)));
