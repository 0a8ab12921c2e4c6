// The decision that nobody can take for a person now, for whoever assesses their capacity (R94).
import { capacitiesOf, isUndecidable, type Facts, type Id, type Purpose } from '#libs/case';

/** The one decision in doubt at a moment, where it is one; nothing where each is, or none. */
export function decisionInDoubt(f: Facts, id: Id, at: string): { decision?: Purpose } {
  const open = capacitiesOf(f.consent.capacity, id).find((c) => isUndecidable(c.capacity, at));
  return open?.decision ? { decision: open.decision } : {};
}
