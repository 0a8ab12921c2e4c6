// What the API reads: cases for an actor, the service as a whole, and what people are called.
import type { Actor, Id } from '#libs/case';
import type { Casework, ServiceReading } from '#libs/casework';

/** Everything that is read. Each call asks for an actor, and what they may not see is not in the answer. */
export interface Reading {
  readonly cases: Pick<
    Casework,
    'caseload' | 'casesFor' | 'caseAsOf' | 'journal' | 'notices' | 'texts' | 'tasks' | 'finishTask' | 'staff'
  >;
  readonly service: ServiceReading;
  /** The name to show for each person; null when none is held, or none this actor may read. */
  names(actor: Actor, ids: readonly Id[]): Promise<Map<Id, string | null>>;
}
