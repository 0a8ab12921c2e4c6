// Who may see which case, as one predicate: every read of cases goes through it.
import type { Actor } from '#libs/case';
import { sightOf, type Sight } from '#libs/casework';

// Each names `who`, needed or not, so that PostgreSQL knows the parameter's type in every statement.
const seen: Record<Sight, (who: string) => string> = {
  service: (who) => `${who}::uuid is not null`,
  staff: (who) => `c.staff_ids @> array[${who}::uuid]`,
  participant: (who) => `exists (select from participant p where p.case_id = c.id and p.person_id = ${who}::uuid)`,
  nothing: (who) => `${who}::uuid is null`,
};

/** SQL that is true for a case `c` this actor may see; `service` and `who` are SQL expressions for the actor's ids. */
export const visibleTo = (actor: Actor, service: string, who: string): string =>
  `c.service_id = ${service} and ${seen[sightOf(actor)](who)}`;

/** The same, but not for a facilitator who has been asked and has not declared yet: they know that there is a case, and no more (R42). */
export const detailsTo = (actor: Actor, service: string, who: string): string =>
  `${visibleTo(actor, service, who)}${sightOf(actor) === 'staff' ? ` and not c.undeclared_ids @> array[${who}::uuid]` : ''}`;

/** The same for many actors at once, whose sight stands in a column. Anything unknown sees nothing. */
export const visibleSql = (service: string, sight: string, who: string): string =>
  `c.service_id = ${service} and case ${sight} ${(Object.keys(seen) as Sight[]).map((name) => `when '${name}' then ${seen[name](who)}`).join(' ')} else false end`;

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** The actor's id as a UUID; the clock has no row of its own. */
export const idOf = (actor: Actor): string => (actor.kind === 'clock' ? NOBODY : actor.id);
