// How somebody takes a duty on a simulated case: asked, declared, assigned, one step at a time.
import type { Asked } from './answers.js';
import type { Chance } from './chance.js';
import type { Said } from './life.js';

const standing = (by: Chance) =>
  ({
    level: by.percent(85) ? 'Advanced' : 'Intermediate',
    training: ['sensitive'],
    registeredUntil: '2099-01-01',
    supervisedOn: '2099-01-01',
    available: true,
    points: 0,
    caseloadLimit: 99,
  }) as const;

/** Somebody free is asked, declares, and takes the duty: one step of it. */
export function assigns({ stored, by }: Asked, duty: 'lead' | 'coFacilitator' | 'supervisor'): Said | null {
  const { assigned, asked, declared } = stored.facts.facilitators;
  const free = ['fay', 'finn', 'fox'].filter((id) => !assigned[id] && declared[id]?.connected !== true);
  const staffId = free.find((id) => asked[id]) ?? free[0];
  if (!staffId) return null;
  if (declared[staffId] && asked[staffId])
    return {
      type: 'facilitator.assigned',
      staffId,
      duty,
      standing: duty === 'supervisor' ? { ...standing(by), level: 'Advanced' } : standing(by),
    };
  return asked[staffId]
    ? { type: 'conflict.declared', staffId, connected: false }
    : { type: 'facilitator.asked', staffId, duty };
}
