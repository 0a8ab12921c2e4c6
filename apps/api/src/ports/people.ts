// What the API asks of libs/people: who answers to a verified token, and what they are called.
import type { Actor, StaffRole } from '#libs/case';

/** Staff rows and persons. */
export interface People {
  /**
   * The actor who answers to a token's subject in a service, or null when there is none, they have been deactivated or
   * are away. `roles` are what the issuer claims, where it is set to say them; else the register says the roles.
   */
  actorFor(subject: string, serviceId: string, roles: readonly StaffRole[] | null): Promise<Actor | null>;
  /** What the actor is called, or null when no name is kept. */
  nameOf(actor: Actor): Promise<string | null>;
}
