// What a command can come back with. Refusals are answers, not errors; an error is a bug or a misuse.
import type { Id, Refusal } from '#libs/case';

/** The command happened. `revision` is what it led to; `again` says this answer was given before under the same key. */
export interface Done {
  ok: true;
  caseId: Id;
  revision: number;
  again: boolean;
  /** False for an actor who sees no detail of the case: how many events it has is not theirs to know (R42). Absent is true. */
  detailed?: false;
}
/** The case has moved on since the revision the caller looked at. Nothing was written. */
export interface Stale {
  ok: false;
  why: 'stale';
  revision: number;
  /** As in Done. */
  detailed?: false;
}
/** There is no such case for this actor: hidden and absent are the same. */
export interface NotFound {
  ok: false;
  why: 'not-found';
}
/**
 * A rule refused it. `which`: of several events told together the one that was refused, from 0; absent where one was
 * told. `language`: what a participant reads, as they said; absent for everybody else.
 */
export type Refused = Refusal & { which?: number; language?: string | null };
export type Answer = Done | Refused | Stale | NotFound;

export const NOT_FOUND: NotFound = { ok: false, why: 'not-found' };
