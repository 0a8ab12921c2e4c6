// Keeps reads in the chain of their service: those that arrive together share one statement and one commit.
import type { Id } from '#libs/case';
import { serviceScope, type Database, Batch } from '#libs/database';
import { recordRead, type Read } from '../record-read.js';

interface Kept {
  serviceId: Id;
  read: Read;
}

// A chain has one writer at a time anyway: what arrives meanwhile waits here, not in the database, and goes together.
const LIMITS = { size: 200, slots: 1 };

/** The record of reads for a process that answers many at once. */
export class PgReads {
  private readonly batches = new Map<Id, Batch<Kept, void>>();

  constructor(private readonly database: Database) {}

  /** Resolves when the read is committed. */
  record(serviceId: Id, read: Read): Promise<void> {
    const batch = this.batches.get(serviceId) ?? new Batch<Kept, void>((kept) => this.keep(serviceId, kept), LIMITS);
    this.batches.set(serviceId, batch);
    return batch.ask({ serviceId, read });
  }

  private async keep(serviceId: Id, kept: readonly Kept[]): Promise<void[]> {
    await recordRead(
      this.database.as(serviceScope(serviceId)),
      kept.map(({ read }) => read),
    );
    return kept.map(() => undefined);
  }
}
