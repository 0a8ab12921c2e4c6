// The names that whoever was asked to take a case checks before they declare (R42): names alone, in an order that tells nothing.
import type { Reading } from '../../../ports/reading.js';
import type { RequestContext } from '../../../server/graphql/request-context.js';
import type { View } from '../case-view.js';

/** Null for a reader who has nothing to declare; a person without a name is left out, since nobody could know them by it. */
export async function namesToCheck(
  reading: Reading,
  { actor }: RequestContext,
  { seen: { declaration, facts } }: View,
): Promise<string[] | null> {
  if (declaration !== 'awaited') return null;
  const people = new Set(Object.values(facts.people.participants).map(({ personId }) => personId));
  const found = await reading.namesToCheck(actor, [...people]);
  return [...found.values()]
    .filter((name): name is string => name !== null)
    .toSorted((a, b) => a.localeCompare(b, 'en'));
}
