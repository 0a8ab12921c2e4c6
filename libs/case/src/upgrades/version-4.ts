// From version 4 to 5: custody and licence became known, and an approval says who gave it, where and until when.
import type { Facts } from '../facts.js';
import { mapped } from './records.js';

/** `state` and `facts` are copies of their own. */
export function fromVersion4({ state, facts }: { state: unknown; facts: unknown }): { state: unknown; facts: unknown } {
  const old = facts as Facts;
  return {
    state,
    facts: {
      ...old,
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
