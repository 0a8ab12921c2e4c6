// What one request has read: recorded where it leaves the libraries, so that no resolver has to remember to (R68).
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Id } from '#libs/case';

/** The cases and persons that a request has read of. Members of staff may be among the persons: the record leaves them out. */
export class RequestReads {
  /** Cases in the answer. */
  readonly cases = new Set<Id>();
  readonly persons = new Set<Id>();
  /** Known to be colleagues, so that a request that shows no other person need record nothing. */
  readonly colleagues = new Set<Id>();
}

const running = new AsyncLocalStorage<RequestReads>();

/** Does the work, and everything it waits for, with these reads at hand. */
export const recordingInto = <T>(reads: RequestReads, work: () => T): T => running.run(reads, work);

/** The reads of the request under way. Throws outside of one: what is not recorded is not read. */
export function requestReads(): RequestReads {
  const reads = running.getStore();
  if (!reads) throw new Error('Something was read where no read is recorded');
  return reads;
}
