// The writing half of what is held about people, as a port: a case and the people in it are written in one transaction.
import type { Id } from '#libs/case';
import type { ActorStatement } from '#libs/permissions';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';

/** Writes personal values inside a transaction of the caller's. */
export interface PersonalRecords {
  /** What seals and opens: words of a case are sealed by the same. */
  readonly sealing: Sealing;
  /** How the actors behind verified claims are read. */
  readonly actors: ActorStatement;
  write(rows: Rows, serviceId: Id, people: ReadonlyMap<Id, Readonly<Record<string, string>>>): Promise<void>;
  /** The day on which somebody was born, 'YYYY-MM-DD'; null when it is not held. */
  bornOn(rows: Rows, serviceId: Id, personId: Id): Promise<string | null>;
  /** Looks for those who may be the same person, and keeps who is worth asking about. */
  suggest(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<void>;
}
