// Who is behind a verified token: what it claims, and the actor of an earlier request, who is looked up again with the case.
import type { Actor, Id, StaffRole } from '#libs/case';

/** What a verified token says. `roles` only where the issuer is set to say them; else the service's staff list does. */
export interface Claims {
  readonly subject: string;
  readonly serviceId: Id;
  readonly roles?: readonly StaffRole[] | null;
}

/**
 * An actor who is known from an earlier request, and may have been deactivated since. The store that is
 * given one asks the register in the round trip that reads the case, and sets `found` to the actor as they are now; null
 * when the claims have no actor any more.
 */
export interface ActorCheck {
  readonly claims: Claims;
  found?: Actor | null;
}

/** How the actors behind claims are read in the same round trip as something else. libs/people implements it. */
export interface ActorStatement {
  /** The statement for claims of one service; `at` is the instant it is asked for. */
  asking(claims: readonly Claims[], at: string): { name: string; text: string; values: unknown[] };
  /** The actors in the order of the claims, from the rows of that statement. */
  found(claims: readonly Claims[], rows: readonly object[]): (Actor | null)[];
}

/** Whether two actors are the same person with the same rights. */
export const sameActor = (one: Actor, other: Actor | null): boolean => other !== null && signOf(one) === signOf(other);

const signOf = (actor: Actor): string =>
  JSON.stringify([
    actor.kind,
    actor.kind === 'clock' ? null : actor.id,
    actor.serviceId,
    actor.kind === 'staff' ? actor.roles.toSorted() : null,
    actor.kind === 'participant' ? [(actor.also ?? []).toSorted(), actor.within?.toSorted() ?? null] : null,
  ]);
