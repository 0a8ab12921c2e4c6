// What the API asks of the record of reads: that a read is kept before its answer leaves.
import type { Id } from '#libs/case';
import type { Read } from '#libs/access-log';

/** The record of reads. `record` resolves when the read is committed and rejects when it is not. */
export interface ReadKeeping {
  record(serviceId: Id, read: Read): Promise<void>;
}
