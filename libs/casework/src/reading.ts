// What reading gives: lists and single cases, each already limited to what this actor may see.
import type { Actor, Id, RiskFlag, StoredCase, Summary } from '#libs/case';
import type { Listed, Page } from '#libs/database';
import type { CaseFile, KeptText } from './ports.js';
import type { StaffRow } from '#libs/staff';

/** One row of the caseload. `stored` and `settings` are what doors() asks for. Instants are ISO text. */
export interface CaseRow extends CaseFile, Omit<Summary, 'participants' | 'processes'> {
  /** Whom persons of this case are read as, where their record was merged into another: by the id the case names them. */
  merged: Readonly<Record<Id, Id>>;
}

/** Every filter given must hold; what is absent does not matter. */
export interface CaseFilter {
  stage?: string[];
  step?: string[];
  /** True: the actor works on it, in whatever duty. */
  mine?: boolean;
  waitingOn?: string[];
  leadId?: Id;
  /** True: it has no lead facilitator. */
  unassigned?: boolean;
  flag?: string;
  sensitive?: boolean;
  /** True: a safeguarding concern is open. */
  openConcern?: boolean;
  closed?: boolean;
  areaId?: Id;
  /** The case's reference or its beginning, whatever its letters' size. */
  reference?: string;
}

export const orders = {
  waitingSince: { says: 'longest waiting first' },
  openedAt: { says: 'oldest first' },
  updatedAt: { says: 'latest change last' },
} as const;
export type Order = keyof typeof orders;
/** A page of the caseload, in one of its orders. */
export type CasePage = Page & { order?: Order };

/** One line of a case's journal as staff read it. */
export interface JournalLine {
  seq: number;
  at: string;
  by: Id;
  type: string;
  event: Record<string, unknown>;
  /** Hexadecimal. */
  hash: string;
}
export interface NoticeRow {
  caseId: Id;
  noticeId: Id;
  recipientId: Id;
  /** The process it speaks of; null when it speaks of the case. */
  processId: Id | null;
  template: string;
  notBefore: string;
  queuedAt: string;
  cancelledAt: string | null;
  sentAt: string | null;
}
export interface TaskRow {
  id: Id;
  caseId: Id;
  /** Of the case: what people call it by, and its risk flags in force. */
  reference: string;
  flags: RiskFlag[];
  supplier: string;
  assigneeId: Id | null;
  task: string;
  /** The process it belongs to; null when it belongs to the case. */
  processId: Id | null;
  about: string;
  since: string;
  doneAt: string | null;
  doneBy: Id | null;
}
/** A case as it was at a moment, folded from its journal. Null when it was not open yet. */
export interface PastCase {
  revision: number;
  at: string;
  stored: StoredCase;
}

/** Everything that is read about cases. What an actor may not see is not in the answer. */
export interface CaseReading {
  /** One page of the cases this actor may see; every filter given must hold. One statement. */
  caseload(actor: Actor, filter?: CaseFilter, page?: CasePage): Promise<Listed<CaseRow>>;
  caseFor(actor: Actor, caseId: Id): Promise<CaseRow | null>;
  casesFor(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, CaseRow>>;
  /** The case as it was at an instant (ISO): its journal up to and with that moment, folded. Null when not visible, or not open yet. */
  caseAsOf(actor: Actor, caseId: Id, at: string): Promise<PastCase | null>;
  /** The journal for staff; null for anyone else and for cases they may not see into. */
  journal(actor: Actor, caseId: Id, page?: Page, until?: string): Promise<Listed<JournalLine> | null>;
  notices(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, NoticeRow[]>>;
  /** Tasks in cases this actor may see. `mine`: theirs by name, role or duty; `done`: those that are done, else those that are not. */
  tasks(actor: Actor, filter?: { caseId?: Id; mine?: boolean; done?: boolean }, page?: Page): Promise<Listed<TaskRow>>;
  /** Marks a task done at an ISO instant; gives its case, or null when no such open task is this actor's to finish. */
  finishTask(actor: Actor, taskId: Id, at: string): Promise<Id | null>;
  /** The staff of the actor's service with what they carry; empty for a participant. */
  staff(actor: Actor): Promise<StaffRow[]>;
  /** Free words this actor may read; a participant reads what was written for them alone. */
  texts(actor: Actor, caseId: Id, textIds: readonly Id[]): Promise<Map<Id, KeptText>>;
  /** Of these texts, the words of letters that the participant wrote, and of those that were passed on to them; none for anybody else. */
  ownLetters(actor: Actor, caseId: Id, textIds: readonly Id[]): Promise<Map<Id, string | null>>;
  /** Words that came from the referrer, oldest first, the first hundred; none for a participant. */
  wordsReceived(actor: Actor, caseId: Id): Promise<KeptText[]>;
}
