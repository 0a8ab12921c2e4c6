// From the actor who asks to the scope of their transactions: how widely each role sees.
import type { Actor, Id } from '#libs/case';
import type { Scope, Sight } from '#libs/database';

/** A manager, safeguarding lead or coordinator sees the service's cases; a facilitator own ones; a participant those they take part in. */
export function sightOf(actor: Actor): Sight {
  if (actor.kind === 'participant') return 'participant';
  if (actor.kind === 'clock') return 'service';
  if (actor.roles.some((role) => role !== 'facilitator')) return 'service';
  return actor.roles.length > 0 ? 'staff' : 'nothing';
}

/** How widely an actor sees one case: a participant's session shows the cases it is of and no other. */
export const sightOn = (actor: Actor, caseId: Id): Sight =>
  actor.kind === 'participant' && actor.within && !actor.within.includes(caseId) ? 'nothing' : sightOf(actor);

/** The scope in which a transaction for this actor works. */
export const scopeOf = (actor: Actor): Scope => ({
  serviceId: actor.serviceId,
  sight: sightOf(actor),
  who: actor.kind === 'clock' ? null : actor.id,
  ...(actor.kind === 'participant' && { cases: actor.within ?? 'all' }),
  ...(actor.kind === 'staff' && { roles: actor.roles }),
});
