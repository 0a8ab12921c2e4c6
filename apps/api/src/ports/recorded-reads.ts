// What the API asks of the record of reads: to be told that a read is kept, before the answer leaves.
import type { Id } from '#libs/case';
import type { Read } from '#libs/reads';

/** The door to the record. `record` resolves when the read is committed and rejects when it is not. */
export interface ReadKeeping {
  record(serviceId: Id, read: Read): Promise<void>;
}
