// What one request has read: noted where it leaves the inside of the house, so that no resolver has to remember to (R68).
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Id } from '#libs/case';

/** The cases and persons that a request has read of. Members of staff may be among the persons: the record leaves them out. */
export class ReadNotes {
  /** Cases in the answer. */
  readonly cases = new Set<Id>();
  readonly persons = new Set<Id>();
  /** Cases asked what a step would do: no reading of their own when the step is then taken. */
  readonly previewed = new Set<Id>();
  /** Known to be colleagues, so that a request that shows nobody else need record nothing. */
  readonly colleagues = new Set<Id>();
}

const running = new AsyncLocalStorage<ReadNotes>();

/** Does the work, and everything it waits for, with these notes at hand. */
export const noting = <T>(notes: ReadNotes, work: () => T): T => running.run(notes, work);

/** The notes of the request under way. Throws outside of one: what nobody notes is not read. */
export function noted(): ReadNotes {
  const notes = running.getStore();
  if (!notes) throw new Error('Something was read where no read is recorded');
  return notes;
}
