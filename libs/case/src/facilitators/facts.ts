// Who works on the case: asked, declared, assigned, released (R41 to R44).
import { put, without, type Id, type Reducers } from '../reducers.js';
import type { Duty, Level } from '../vocabulary/people.js';

/** A facilitator's standing at the moment of assignment, filled in by the service from its own records, never by a client. */
export interface Standing {
  level: Level;
  /** Specialist training by name; 'sensitive' for sensitive and complex cases. */
  training: readonly string[];
  /** 'YYYY-MM-DD'; null when not known. */
  registeredUntil: string | null;
  supervisedOn: string | null;
  available: boolean;
  /** Weighted points of the cases already carried, and the limit (R46). */
  points: number;
  caseloadLimit: number;
}

export interface Assigned {
  duty: Duty;
  at: string;
  level: Level;
}
export interface FacilitatorFacts {
  /** Asked to take a duty and to declare, before any detail is seen (R42). */
  asked: Record<Id, { at: string; duty: Duty }>;
  declared: Record<Id, { at: string; connected: boolean }>;
  assigned: Record<Id, Assigned>;
  /** Those whose access ended, and when. */
  released: Record<Id, string>;
}

export interface FacilitatorEvents {
  'facilitator.asked': { staffId: Id; duty: Duty };
  'conflict.declared': { staffId: Id; connected: boolean };
  'facilitator.assigned': { staffId: Id; duty: Duty; standing: Standing; override?: { reason: Id } };
  'facilitator.released': { staffId: Id; reason: Id };
}

export const begin = (): FacilitatorFacts => ({ asked: {}, declared: {}, assigned: {}, released: {} });

export const reducers: Reducers<FacilitatorFacts, FacilitatorEvents> = {
  'facilitator.asked': (s, e) => ({
    ...s,
    asked: put(s.asked, e.staffId, { at: e.at, duty: e.duty }),
    released: without(s.released, e.staffId),
  }),
  // a connection found later ends the part at once, as one found before keeps it from beginning
  'conflict.declared': (s, e) => ({
    ...s,
    declared: put(s.declared, e.staffId, { at: e.at, connected: e.connected }),
    asked: e.connected ? without(s.asked, e.staffId) : s.asked,
    assigned: e.connected ? without(s.assigned, e.staffId) : s.assigned,
    released: e.connected && s.assigned[e.staffId] ? put(s.released, e.staffId, e.at) : s.released,
  }),
  // one lead and one supervisor at a time: the earlier one's access ends at this event
  'facilitator.assigned': (s, e) => {
    const replaced = Object.entries(s.assigned).filter(
      ([id, a]) => id !== e.staffId && a.duty === e.duty && e.duty !== 'coFacilitator',
    );
    const kept = Object.fromEntries(
      Object.entries(s.assigned).filter(([id]) => !replaced.some(([gone]) => gone === id)),
    );
    return {
      ...s,
      asked: without(s.asked, e.staffId),
      assigned: put(kept, e.staffId, { duty: e.duty, at: e.at, level: e.standing.level }),
      released: { ...without(s.released, e.staffId), ...Object.fromEntries(replaced.map(([id]) => [id, e.at])) },
    };
  },
  'facilitator.released': (s, e) => ({
    ...s,
    asked: without(s.asked, e.staffId),
    assigned: without(s.assigned, e.staffId),
    released: put(s.released, e.staffId, e.at),
  }),
};
