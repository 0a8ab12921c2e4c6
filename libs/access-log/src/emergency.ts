// Break-glass: a case that is not one's own, opened for an hour with a reason, and everybody who answers for the service hears of it (R68).
import type { Actor, Id, StaffRole } from '#libs/case';

/** A case opened in an emergency. Instants are ISO text. */
export interface Emergency {
  id: Id;
  caseId: Id;
  staffId: Id;
  /** In their own words; null when what the case holds was erased. */
  reason: string | null;
  openedAt: string;
  /** When sight ends by itself. */
  until: string;
  /** When it was ended before that, and by whom. */
  endedAt: string | null;
  endedBy: Id | null;
  /** When somebody who answers for the service took note, and who. */
  acknowledgedAt: string | null;
  acknowledgedBy: Id | null;
}

/**
 * What came of it. `not-found`: no such case, or not for this actor, which is the same. `seen`: the actor sees the case
 * anyway. `too-often`: as many tries today as the service allows, found or not.
 */
export type Opened = { ok: true; emergency: Emergency } | { ok: false; why: 'not-found' | 'seen' | 'too-often' };

/** Roles that hear of emergencies and who looked. The safeguarding lead too: managers read as well, and somebody must see that. */
const answering: readonly StaffRole[] = ['manager', 'safeguardingLead'];

/**
 * Whether the actor may know who looked, what is unusual, and who opened what in an emergency. Not a case's lead: whether
 * somebody looks into their work is among what it shows.
 */
export const seesReads = (actor: Actor): actor is Extract<Actor, { kind: 'staff' }> =>
  actor.kind === 'staff' && actor.roles.some((role) => answering.includes(role));

/** Whether the actor may open a case in an emergency: whoever works here and does not see all cases anyway. */
export const mayOpen = (actor: Actor): actor is Extract<Actor, { kind: 'staff' }> =>
  actor.kind === 'staff' && actor.roles.length > 0;
