// What is known of a file that was sent in, and of a row that went back.
import type { Id } from '#libs/case';
import type { CaseStore, Clock } from '#libs/casework';
import type { Database } from '#libs/database';
import type { Sealing } from '#libs/sealing';

/** What files of referrals are kept and taken with. */
export interface ReferralFileParts {
  readonly database: Database;
  readonly vault: Sealing;
  readonly store: CaseStore;
  readonly clock: Clock;
}

/** What a job of the queue `referral-file` carries. */
export interface FileJob {
  readonly serviceId: Id;
  readonly fileId: Id;
}

/** `sent`: not yet to be taken. `waiting`, `taking`: in the background. `failed`: nothing more of it is taken; `problem` says why. */
export type FileState = 'sent' | 'waiting' | 'taking' | 'taken' | 'failed';

/** A file as staff see it. Counts are of rows unless they say otherwise; instants are ISO. */
export interface ReferralFile {
  readonly id: Id;
  /** Whose file it is; null until it is to be taken. */
  readonly from: string | null;
  /** The version of that referrer's mapping; null for one that every service begins with. */
  readonly mappingVersion: number | null;
  readonly name: string | null;
  readonly bytes: number;
  readonly sentBy: Id;
  readonly sentAt: string;
  readonly state: FileState;
  /** Null until it was read. */
  readonly rows: number | null;
  /** Referrals that its rows make; null until it was read. */
  readonly referrals: number | null;
  /** How many of those are done with. */
  readonly done: number;
  readonly taken: number;
  /** Rows that were there before, in this file or an earlier one; null until it is done. */
  readonly before: number | null;
  readonly returned: number;
  /** Cases it opened. */
  readonly opened: number;
  readonly problem: string | null;
  readonly finishedAt: string | null;
}

/** A row that went back. Personal data. */
export interface ReturnedRow {
  readonly id: Id;
  readonly line: number;
  readonly reason: string;
  /** The case it became once it was mended; null until then, and for a mended row that joined none. */
  readonly caseId: Id | null;
  readonly mendedAt: string | null;
}
