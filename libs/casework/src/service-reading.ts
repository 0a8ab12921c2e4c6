// What reading gives about a service as a whole, and to a participant about themselves: a port beside CaseReading.
import type { Actor, Id, NoticeTemplate, Settings } from '#libs/case';
import type { Listed, Page } from '#libs/database';
import type { NoticeRow } from './reading.js';

/** A service with the areas it serves on a day, and its numbers: those in force, and the names of those it set itself. */
export interface ServiceRow {
  id: Id;
  name: string;
  areas: { id: Id; name: string; commissioner: string; from: string; until: string | null }[];
  settings: Settings;
  own: string[];
}

/** A message as its recipient may know it: no id, because the core numbers messages by the case's events. */
export interface MessageRow {
  caseId: Id;
  recipientId: Id;
  template: NoticeTemplate;
  /** ISO instant from which it counts as told. */
  notBefore: string;
}

export interface ServiceReading {
  /** The actor's own service on a day ('YYYY-MM-DD'); null for a participant. */
  service(actor: Actor, today: string): Promise<ServiceRow | null>;
  /** Messages to participants of cases this actor sees in detail, earliest first. */
  notices(actor: Actor, filter: { waiting?: boolean }, page: Page): Promise<Listed<NoticeRow>>;
  /** What a participant has been told up to an ISO instant; what was told once stays told. Empty for staff. */
  messages(actor: Actor, at: string): Promise<MessageRow[]>;
}
