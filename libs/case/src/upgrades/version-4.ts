// From version 4 to 5: custody, licence, conflicts of interest and views became known; an approval says who gave it, where and until when.
import type { Facts } from '../facts.js';
import { mapped } from './records.js';

/** `state` and `facts` are copies of their own. */
export function fromVersion4({ state, facts }: { state: unknown; facts: unknown }): { state: unknown; facts: unknown } {
  const old = facts as Facts;
  return {
    state,
    facts: {
      ...old,
      people: { ...old.people, conflicts: {} },
      consent: {
        ...old.consent,
        views: {},
        consents: mapped(old.consent.consents, (c) => ({ ...c, standsOnAdult: false, bestInterestsUntil: null })),
        capacity: mapped(old.consent.capacity, (c) => ({
          ...c,
          assessed: c.assessed && { ...c.assessed, support: null, againOn: null },
          bestInterests: null,
        })),
      },
      safeguarding: { ...old.safeguarding, custody: {} },
      processes: mapped(old.processes, (p) => ({
        ...p,
        signOffs: {
          ...p.signOffs,
          approvals: mapped(p.signOffs.approvals, (a) => ({ ...a, authority: null, place: null, until: null })),
        },
      })),
    },
  };
}
