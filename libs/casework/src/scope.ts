// Whose eyes a statement has. PostgreSQL shows it what this scope may see and nothing else (row-level security), whatever the SQL says.
import type { Actor, Id } from '#libs/case';

/** Runs SQL on a pool, or on a connection inside a transaction. Casework only passes it on. */
export interface Rows {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

/** How widely somebody sees: their service, the cases they work on, the cases they take part in, or nothing of any case. */
export type Sight = 'service' | 'staff' | 'participant' | 'nothing';

/** `who`: the member of staff or the person; a scope without anybody has none. */
export interface Scope {
  serviceId: Id;
  sight: Sight;
  who: Id | null;
}

/** A manager, safeguarding lead or coordinator sees the service's cases; a facilitator own ones; a participant those they take part in. */
export function sightOf(actor: Actor): Sight {
  if (actor.kind === 'participant') return 'participant';
  if (actor.kind === 'clock') return 'service';
  if (actor.roles.some((role) => role !== 'facilitator')) return 'service';
  return actor.roles.length > 0 ? 'staff' : 'nothing';
}

/** The scope of whoever asks. */
export const scopeOf = (actor: Actor): Scope => ({
  serviceId: actor.serviceId,
  sight: sightOf(actor),
  who: actor.kind === 'clock' ? null : actor.id,
});

/** What the service does of itself: sign-in, intake, the clock, the keeping of records. */
export const serviceScope = (serviceId: Id): Scope => ({ serviceId, sight: 'service', who: null });

/** The database as the house uses it: nothing is asked of it without saying whose eyes ask. */
export interface Database {
  /** Each query is a transaction of its own in this scope. */
  as(scope: Scope): Rows;
  /** One transaction in this scope; any error rolls it back. */
  within<T>(scope: Scope, work: (rows: Rows) => Promise<T>): Promise<T>;
}
