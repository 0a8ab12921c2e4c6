// Who may see which case, as one predicate: every read of cases goes through it.
import type { Actor } from '#libs/case';

/** How widely an actor sees: their service, the cases they work on, or the cases they take part in. */
export type Sight = 'service' | 'staff' | 'participant';

/** A manager, safeguarding lead or coordinator sees the service's cases; a facilitator own ones; a participant those they take part in. */
export function sightOf(actor: Actor): Sight {
  if (actor.kind === 'participant') return 'participant';
  if (actor.kind === 'clock') return 'service';
  return actor.roles.some((role) => role !== 'facilitator') ? 'service' : 'staff';
}

/**
 * SQL that is true for a case `c` the actor may see. `service`, `sight` and `actor` are SQL expressions;
 * an actor without any role sees nothing, because sight 'staff' without an assignment matches no row.
 */
export const visibleSql = (service: string, sight: string, actor: string): string => `(
  c.service_id = ${service} and case ${sight}
    when 'service' then true
    when 'staff' then c.staff_ids @> array[${actor}]
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = ${actor})
    else false end)`;
