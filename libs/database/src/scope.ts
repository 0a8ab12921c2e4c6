// For whom a transaction works. PostgreSQL shows it what this scope may see and nothing else (row-level security), whatever the SQL says.

/** A UUID as text. */
type Id = string;

/** Runs SQL on a pool, or on a connection inside a transaction. */
export interface Rows {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

/** How widely a reader sees: the whole service, the cases they work on, the cases they take part in, or nothing of any case. */
export type Sight = 'service' | 'staff' | 'participant' | 'nothing';

/**
 * `who`: the member of staff or the participant; null where the service itself works. `cases`: those a participant's session
 * is of, `all` for one who came with a token of the issuer; nobody else is bounded so. `roles`: those of a member of staff, by which
 * PostgreSQL judges what they write.
 */
export interface Scope {
  serviceId: Id;
  sight: Sight;
  who: Id | null;
  cases?: readonly Id[] | 'all';
  roles?: readonly string[];
}

/** What the service does of itself: sign-in, intake, the clock, the keeping of records. */
export const serviceScope = (serviceId: Id): Scope => ({ serviceId, sight: 'service', who: null });

/** The database as the application uses it: every statement says for whom it works. */
export interface Database {
  /** Each query is a transaction of its own in this scope. */
  as(scope: Scope): Rows;
  /** One transaction in this scope; any error rolls it back. */
  within<T>(scope: Scope, work: (rows: Rows) => Promise<T>): Promise<T>;
}
