// What can be asked of the record of reads, and by whom: who looked, and whose reading is unusual (R68).
import type { Actor, Id } from '#libs/case';
import type { Listed, Page } from '#libs/database';
import type { ReadKind, ReadPurpose } from './kinds.js';
import type { UnusualReason } from './unusual.js';

/** One entry as managers and safeguarding leads see it. */
export interface ReadRow {
  seq: number;
  /** ISO instant. */
  at: string;
  /** A member of staff, a person, or the name of a program. */
  by: Id;
  kind: ReadKind;
  operation: string;
  purpose: ReadPurpose;
  caseIds: Id[];
  personIds: Id[];
  /** The member of staff who read out the code of the participant's session; null for any other read. */
  assistedBy: Id | null;
}

/** Days from and until, both included, 'YYYY-MM-DD', as the service's clock has them. */
export interface Days {
  from: string;
  to: string;
}

/** What one person did that is unusual, for one reason. Instants are ISO text. */
export interface UnusualRow {
  reason: UnusualReason;
  staffId: Id;
  reads: number;
  cases: number;
  days: number;
  firstAt: string;
  lastAt: string;
}

/** Everything is empty for an actor who may not read it (`acts.readAccessLog`). */
export interface AccessLog {
  /** Who looked at a case or at a person, latest first. */
  whoLooked(actor: Actor, of: { caseId: Id } | { personId: Id }, page: Page): Promise<Listed<ReadRow>>;
  /** Whose reading was unusual in these days; most reads first. */
  unusual(actor: Actor, days: Days): Promise<UnusualRow[]>;
  /** The entries behind one row of `unusual`, latest first. */
  unusualReads(actor: Actor, of: { reason: UnusualReason; staffId: Id } & Days, page: Page): Promise<Listed<ReadRow>>;
}
