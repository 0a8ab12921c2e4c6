// The writing half of what is held about people, as a port: a case and the people in it are written in one transaction.
import type { Id } from '#libs/case';
import type { ActorStatement } from '#libs/permissions';
import type { Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import type { Field, Values } from './fields.js';

/** Writes personal values inside a transaction of the caller's. */
export interface PersonalRecords {
  /** What seals and opens: words of a case are sealed by the same. */
  readonly sealing: Sealing;
  /** How the actors behind verified claims are read. */
  readonly actors: ActorStatement;
  write(rows: Rows, serviceId: Id, people: ReadonlyMap<Id, Readonly<Record<string, string>>>): Promise<void>;
  /** The day on which somebody was born, 'YYYY-MM-DD'; null when it is not held. */
  bornOn(rows: Rows, serviceId: Id, personId: Id): Promise<string | null>;
  /** Values of people, inside a transaction of the caller's; who is unknown or erased with none. */
  readIn(rows: Rows, serviceId: Id, ids: readonly Id[], wanted: readonly Field[]): Promise<Map<Id, Values>>;
  /** People of the service who share a name, number, address or birth date with somebody, the likest first, each with a score (libs/matching). */
  like(rows: Rows, serviceId: Id, values: Values): Promise<{ id: Id; score: number }[]>;
  /** Who shares a number or an address with any of these people: pairs of two. */
  reachedAlike(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<{ one: Id; other: Id }[]>;
  /** Looks for those who may be the same person, and keeps who is worth asking about. */
  suggest(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<void>;
}
