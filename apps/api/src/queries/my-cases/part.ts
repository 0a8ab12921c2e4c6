// One person's part in a case, as the views of my-cases read it.
import {
  isThem,
  isInformed,
  upgrade,
  withoutHidden,
  type Actor,
  type Facts,
  type Id,
  type Process,
  type Settings,
} from '#libs/case';
import type { CaseRow } from '#libs/casework';

/** What a part is seen by: the facts, whose part, the instant, the service's numbers. */
export interface Part {
  readonly facts: Facts;
  readonly id: Id;
  readonly at: string;
  readonly settings: Settings;
}

/** The part in one process of it. */
export interface OwnProcess extends Part {
  readonly processId: Id;
  readonly process: Process;
}

/** The parts that an actor takes in a case and has been told of, without the instant. */
export function ownParts(actor: Actor, row: CaseRow): Omit<Part, 'at'>[] {
  const facts = withoutHidden(upgrade(row.stored).facts);
  return Object.entries(facts.people.participants)
    .filter(([id, { personId }]) => isThem(actor, personId) && isInformed(facts, id))
    .map(([id]) => ({ facts, id, settings: row.settings }));
}
