// What the API asks of libs/people: who answers to a verified token, and what they are called.
import type { Actor } from '#libs/case';

/** The door to staff rows and persons. */
export interface People {
  /**
   * The actor who answers to a token's subject in a service, or null when there is none or they have been
   * deactivated. Roles come from here, never from the token: a claim names only who and where.
   */
  actorFor(subject: string, serviceId: string): Promise<Actor | null>;
  /** What the actor is called, or null when no name is kept. */
  nameOf(actor: Actor): Promise<string | null>;
}
