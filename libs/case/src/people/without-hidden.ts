// A case without those who were named by mistake: what most readers see of it (R92).
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isHidden } from './departed.js';

/** The participants who are out of view, in the order of the record. */
export const hiddenIds = (facts: Facts): Id[] =>
  Object.keys(facts.people.participants).filter((id) => isHidden(facts, id));

/** Whether a text is one of these ids, or a joined key in which one of them stands. */
export const namesOneOf = (ids: readonly Id[], text: string): boolean =>
  text.split('|').some((part) => ids.includes(part));

// Whoever was with a hidden person stays, and is with nobody.
const mayBeNobody: ReadonlySet<string> = new Set(['supports', 'of']);

const namesHidden = (ids: readonly Id[], value: unknown): boolean =>
  typeof value === 'string'
    ? namesOneOf(ids, value)
    : value !== null &&
      typeof value === 'object' &&
      !Array.isArray(value) &&
      Object.entries(value).some(
        ([field, inner]) => !mayBeNobody.has(field) && typeof inner === 'string' && namesOneOf(ids, inner),
      );

function without(ids: readonly Id[], value: unknown): unknown {
  if (Array.isArray(value))
    return value.filter((entry) => !namesHidden(ids, entry)).map((entry) => without(ids, entry));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).flatMap(([field, inner]) => {
    if (namesOneOf(ids, field)) return [];
    if (mayBeNobody.has(field) && typeof inner === 'string') return [[field, namesOneOf(ids, inner) ? null : inner]];
    return namesHidden(ids, inner) ? [] : [[field, without(ids, inner)]];
  });
  return Object.fromEntries(kept) as unknown;
}

/**
 * The facts without everything that names a hidden participant; the same object where nobody is hidden. For views: no rule is
 * asked of it. `ids` are those hidden now, where the facts are of an earlier day.
 */
export function withoutHidden(facts: Facts, ids: readonly Id[] = hiddenIds(facts)): Facts {
  return ids.length === 0 ? facts : (without(ids, facts) as Facts);
}
