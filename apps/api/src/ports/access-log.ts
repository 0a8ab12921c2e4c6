// What the API asks about reading: who looked, what is unusual, and cases opened in an emergency.
import { settingsWith, type Actor, type Id, type Settings } from '#libs/case';
import { noRows, type Listed, type Page } from '#libs/database';
import type { Emergency, AccessLog as Reads, Opened } from '#libs/access-log';

/** The record of reads, for the actors who may see it, and the numbers it is judged by. */
export interface AccessLog extends Reads {
  settings(actor: Actor): Promise<Settings>;
}

/** Cases opened in an emergency. `at` is an ISO instant. */
export interface Emergencies {
  open(actor: Actor, named: string, reason: string, at: string): Promise<Opened>;
  /** Both give the case; null where there was nothing to do. */
  end(actor: Actor, id: Id): Promise<Id | null>;
  acknowledge(actor: Actor, id: Id): Promise<Id | null>;
  /** The actor's own that is open now for a case; null when none is. */
  openOf(actor: Actor, caseId: Id): Promise<Emergency | null>;
  list(actor: Actor, filter: { acknowledged?: boolean }, page: Page): Promise<Listed<Emergency>>;
}

/** Where no reads are kept, there are none to look at. */
export const emptyAccessLog: AccessLog = {
  whoLooked: () => Promise.resolve(noRows),
  unusual: () => Promise.resolve([]),
  unusualReads: () => Promise.resolve(noRows),
  settings: () => Promise.resolve(settingsWith({})),
};
/** Where none can be opened. */
export const disabledEmergencies: Emergencies = {
  open: () => Promise.resolve({ ok: false, why: 'not-found' }),
  end: () => Promise.resolve(null),
  acknowledge: () => Promise.resolve(null),
  openOf: () => Promise.resolve(null),
  list: () => Promise.resolve(noRows),
};
