// What the API reads: cases for an actor, the service as a whole, and what people are called.
import type { Actor, Id } from '#libs/case';
import type { CaseReading, ServiceReading } from '#libs/casework';
import type { PeopleReading, Values } from '#libs/people';

/** Everything that is read. Each call asks for an actor, and what they may not see is not in the answer. */
export interface Reading {
  readonly cases: Omit<CaseReading, 'caseFor'>;
  readonly people: PeopleReading;
  readonly service: ServiceReading;
  /** The name to show for each person; null when none is held, or none this actor may read. */
  names(actor: Actor, ids: readonly Id[]): Promise<Map<Id, string | null>>;
  /** The same for whoever was asked to take a case of these people and must declare first (R42): they may read nothing else of it. */
  namesToCheck(actor: Actor, ids: readonly Id[]): Promise<Map<Id, string | null>>;
  /** What is held about each person; nothing of those this actor may not read. */
  held(actor: Actor, ids: readonly Id[]): Promise<Map<Id, Values>>;
}
