// Casework as one thing to be given to an application: telling, opening, taking referrals, reading.
import { fold, type Actor, type Id, type Preview } from '#libs/case';
import type { Referral } from '#libs/intake';
import type { Answer, NotFound } from './answers.js';
import { eventOf } from './journal.js';
import { openCase, type Opening } from './open-case.js';
import type { CaseStore, Clock, KeptText } from './ports.js';
import type { Listed, Page } from '#libs/database';
import type {
  CaseFilter,
  CasePage,
  CaseReading,
  CaseRow,
  JournalLine,
  NoticeRow,
  PastCase,
  TaskRow,
} from './reading.js';
import type { StaffRow } from '#libs/staff';
import { takeReferral, type TakeOptions, type Taken } from './take-referral.js';
import { scopeOf } from '#libs/permissions';
import { preview, tell, type Command, type UnstampedEvent } from './tell.js';

/** Everything that is done with cases. Whatever an actor may not see is answered as if it were not there. */
export class Casework {
  constructor(
    private readonly store: CaseStore,
    private readonly reading: CaseReading,
    private readonly clock: Clock = () => new Date(),
  ) {}

  /** Tells a case that something happened. See `tell`. */
  tell(actor: Actor, command: Command): Promise<Answer> {
    return tell(this.store, this.clock, actor, command);
  }
  /** What an event would do and whom it would tell. Nothing is kept. */
  preview(actor: Actor, caseId: Id, event: UnstampedEvent): Promise<Preview | NotFound> {
    return preview(this.store, this.clock, actor, caseId, event);
  }
  openCase(actor: Actor, opening: Opening): Promise<Answer> {
    return openCase(this.store, this.clock, actor, opening);
  }
  takeReferral(actor: Actor, referral: Referral, options?: TakeOptions): Promise<Taken> {
    return takeReferral(this.store, this.clock, actor, referral, options);
  }
  /** Begins an upload of referrals; gives the id under which its rows are remembered. */
  startBatch(actor: Actor, source: string, fileName: string): Promise<Id> {
    return this.store.startBatch(actor.serviceId, { source, fileName, at: this.clock().toISOString(), by: actor.id });
  }
  /** Which of these rows were taken before, and the case each became: what a preview of an upload asks. */
  takenBefore(actor: Actor, fingerprints: string[]): Promise<Map<string, Id>> {
    return this.store.takenBefore(actor.serviceId, fingerprints);
  }

  caseload(actor: Actor, filter: CaseFilter = {}, page: CasePage = {}): Promise<Listed<CaseRow>> {
    return this.reading.caseload(actor, filter, page);
  }
  caseFor(actor: Actor, caseId: Id): Promise<CaseRow | null> {
    return this.reading.caseFor(actor, caseId);
  }
  casesFor(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, CaseRow>> {
    return this.reading.casesFor(actor, caseIds);
  }
  /** The case as it was at an instant (ISO): its journal up to and with that moment, folded. Null when not visible, or not open yet. */
  async caseAsOf(actor: Actor, caseId: Id, at: string): Promise<PastCase | null> {
    if (!(await this.reading.caseFor(actor, caseId))) return null;
    const entries = await this.store.journal(scopeOf(actor), caseId, { at });
    const last = entries.at(-1);
    return last ? { revision: last.seq, at: last.at, stored: fold(entries.map(eventOf)) } : null;
  }
  /** The journal for staff; null for anyone else and for cases they may not see into. */
  journal(actor: Actor, caseId: Id, page: Page = {}): Promise<Listed<JournalLine> | null> {
    return this.reading.journalFor(actor, caseId, page);
  }
  notices(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, NoticeRow[]>> {
    return this.reading.noticesFor(actor, caseIds);
  }
  texts(actor: Actor, caseId: Id, textIds: readonly Id[]): Promise<Map<Id, KeptText>> {
    return this.reading.textsFor(actor, caseId, textIds);
  }
  tasks(
    actor: Actor,
    filter: { caseId?: Id; mine?: boolean; done?: boolean } = {},
    page: Page = {},
  ): Promise<Listed<TaskRow>> {
    return this.reading.tasksFor(actor, filter, page);
  }
  finishTask(actor: Actor, taskId: Id): Promise<boolean> {
    return this.reading.finishTask(actor, taskId, this.clock().toISOString());
  }
  staff(actor: Actor): Promise<StaffRow[]> {
    return this.reading.staff(actor);
  }
}
