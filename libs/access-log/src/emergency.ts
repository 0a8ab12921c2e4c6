// Emergency access: staff open a case they do not work on, for an hour and with a reason; managers and safeguarding leads learn of it (R68).
import type { Id } from '#libs/case';

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
  /** When a manager or safeguarding lead acknowledged it, and who. */
  acknowledgedAt: string | null;
  acknowledgedBy: Id | null;
}

/**
 * What came of it. `not-found`: no such case, or not for this actor, which is the same. `seen`: the actor sees the case
 * anyway. `too-often`: as many tries today as the service allows, found or not.
 */
export type Opened = { ok: true; emergency: Emergency } | { ok: false; why: 'not-found' | 'seen' | 'too-often' };
