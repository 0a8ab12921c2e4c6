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
import { catalogueFor, type Catalogue } from '#libs/words';

/** What a part is seen by: the facts, whose part, the instant, the service's numbers. */
export interface Part {
  readonly facts: Facts;
  readonly id: Id;
  readonly at: string;
  readonly settings: Settings;
}

/** The catalogue in the language of whose part it is, as they said what they read. */
export const wordsFor = ({ facts, id }: Pick<Part, 'facts' | 'id'>): Catalogue =>
  catalogueFor(facts.contact.needs[id]?.language);

/** The part in one process of it. */
export interface OwnProcess extends Part {
  readonly processId: Id;
  readonly process: Process;
}

/** The parts that an actor takes in a case and has been told of, without the instant. */
export function ownParts(actor: Actor, row: CaseRow): Omit<Part, 'at'>[] {
  const whole = upgrade(row.stored).facts;
  const facts = withoutHidden(whole);
  return Object.entries(facts.people.participants)
    .filter(([id, { personId }]) => isThem(actor, personId) && isInformed(facts, id))
    .map(([id]) => ({ facts: withOwnCommunications(facts, whole, id), id, settings: row.settings }));
}

/**
 * What one wrote, and what one was given, stays one's own when the other turns out to be named by mistake: that it goes would
 * tell of the other (R22, R92).
 */
function withOwnCommunications(facts: Facts, whole: Facts, id: Id): Facts {
  if (facts === whole) return facts;
  const processes = Object.entries(facts.processes).map(([processId, process]) => {
    const own = Object.entries(whole.processes[processId]?.communication.of ?? {}).filter(
      ([, { from, to, passedAt }]) => from === id || (to === id && passedAt !== null),
    );
    const of = { ...process.communication.of, ...Object.fromEntries(own) };
    return [processId, { ...process, communication: { ...process.communication, of } }] as const;
  });
  return { ...facts, processes: Object.fromEntries(processes) };
}
