// The one way into the record of reads: a function of the database that keeps the chain and works out the purpose (R68).
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { ReadKind, ReadPurpose } from './kinds.js';

/** What one actor read at one time. Ids only, never a value. */
export interface Read {
  /** A member of staff, a person, or the name of a program, such as 'clock' or 'refer'. */
  by: Id;
  /** ISO instant. */
  at: string;
  kind: ReadKind;
  /** Fields of the schema's roots, or a command: letters, digits, ':', '_', '-' and spaces. */
  operation: string;
  /** Cases in the answer. One that a member of staff asked for may stand here too: what they may not see is found out. */
  cases?: readonly Id[];
  /** Cases that were asked for and not shown. */
  inVain?: readonly Id[];
  /** Persons in the answer. Members of staff among them are left out: only people the service works for are recorded. */
  persons?: readonly Id[];
  /** Whoever read out the code of the session a participant reads in. */
  assistedBy?: Id;
  /** Reads with the same are one answer's; made when left out. */
  request?: Id;
  /** Why a program reads, `upkeep` when left out; for people the purpose is worked out. */
  purpose?: Extract<ReadPurpose, 'intake' | 'rights' | 'upkeep'>;
}

/**
 * Records reads of one service, as one statement. `rows` is of a scope of that service
 * (`database.as(serviceScope(id))`, or a transaction of your own): the database refuses it otherwise. Let nothing leave
 * before it is committed. The chain of the service stays locked until the transaction ends: in one of your own, record last.
 */
export async function recordRead(rows: Rows, reads: Read | readonly Read[]): Promise<void> {
  const entries = [reads]
    .flat()
    .map((read) => ({ cases: [], inVain: [], persons: [], request: randomUUID(), ...read }));
  if (entries.length > 0) await rows.query('select record_reads($1::jsonb)', [JSON.stringify(entries)]);
}
