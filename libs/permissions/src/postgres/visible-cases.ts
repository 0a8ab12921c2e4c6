// Who may see which case, as one predicate: every read of cases goes through it. Row-level security says the same again, by itself.
import { NO_ID, type Actor } from '#libs/case';
import { scopeOf, sightOf } from '../actor-scope.js';
import type { Database, Rows, Sight } from '#libs/database';

// R42: who declared a connection sees nothing of the case, whatever else they are.
const unconnected = (who: string): string => `c.id <> all ((select concord_connections(${who}::uuid))::uuid[])`;

// Each names `who`, needed or not, so that PostgreSQL knows the parameter's type in every statement.
const seen: Record<Sight, (who: string) => string> = {
  service: (who) => `(${who}::uuid is not null and ${unconnected(who)})`,
  // works on it, or has opened it in an emergency (R68)
  staff: (who) =>
    `((c.staff_ids @> array[${who}::uuid] or c.id = any ((select emergency_cases(${who}::uuid))::uuid[])) and ${unconnected(who)})`,
  participant: (who) => `exists (select from participant p where p.case_id = c.id and p.person_id = ${who}::uuid)`,
  nothing: (who) => `${who}::uuid is null`,
};
// Row-level security hides our conditions from the planner, so scopes with few cases filter by id first.
const found: Record<Sight, string> = {
  service: '',
  staff: ' and c.id = any ((select concord_cases())::uuid[])',
  participant: ' and c.id = any ((select concord_cases())::uuid[])',
  nothing: '',
};

/** The program's own checks, the first line; `service`, `sight` and `who` are SQL expressions. */
export interface Checks {
  readonly on: boolean;
  /** SQL that is true for a case `c` this actor may see. */
  visibleTo(actor: Actor, service: string, who: string): string;
  /** The same, but not for a facilitator who has been asked and has not declared yet: they know that there is a case, and no more (R42). */
  detailsTo(actor: Actor, service: string, who: string): string;
  /** The same as `visibleTo` for many actors at once, whose sight stands in a column. Anything unknown sees nothing. */
  visibleSql(service: string, sight: string, who: string): string;
}

const visibleTo = (actor: Actor, service: string, who: string): string =>
  `c.service_id = ${service} and ${seen[sightOf(actor)](who)}${found[sightOf(actor)]}`;

export const enforced: Checks = {
  on: true,
  visibleTo,
  detailsTo: (actor, service, who) =>
    `${visibleTo(actor, service, who)}${sightOf(actor) === 'staff' ? ` and not c.undeclared_ids @> array[${who}::uuid]` : ''}`,
  visibleSql: (service, sight, who) =>
    `c.service_id = ${service} and case ${sight} ${(Object.keys(seen) as Sight[]).map((name) => `when '${name}' then ${seen[name](who)}`).join(' ')} else false end`,
};

const everything = (service: string, who: string): string =>
  `(${service}::uuid is not null or ${who}::uuid is not null or true)`;
/** Lets everything through, so that a test sees what row-level security withholds alone. */
export const disabledForTest: Checks = {
  on: false,
  visibleTo: (_actor, service, who) => everything(service, who),
  detailsTo: (_actor, service, who) => everything(service, who),
  visibleSql: (service, _sight, who) => everything(service, who),
};

/** SQL that finds rows of few cases by their case; true for those who see all of them. The planner does not learn it of a joined case. */
export const ofCases = (actor: Actor, column: string): string =>
  found[sightOf(actor)] === '' ? 'true' : `${column} = any ((select concord_cases())::uuid[])`;

/** SQL that is true where this actor holds a position on a case `c`. Whoever only looks at it in an emergency writes nothing (R68). */
export const holdsPositionOn = (actor: Actor, who: string): string =>
  sightOf(actor) === 'service' ? 'true' : `c.staff_ids @> array[${who}::uuid]`;

/** What a read is given: the database in an actor's scope, and the checks. */
export interface ScopedReader {
  rows: Rows;
  checks: Checks;
}
export const readerFor = (database: Database, checks: Checks, actor: Actor): ScopedReader => ({
  rows: database.as(scopeOf(actor)),
  checks,
});

/** The actor's id as a UUID; the clock has no row of its own. */
export const idOf = (actor: Actor): string => (actor.kind === 'clock' ? NO_ID : actor.id);
