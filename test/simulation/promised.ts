// What a promise is read against: the case before and after an event that was accepted, and the ledger with it.
import type { CaseEvent, Decision, Settings, StoredCase } from '#libs/case';
import type { Ledger } from './ledger.js';

/** What is read: the case before and after, the event that was accepted, the ledger with it. */
export interface Moment {
  event: CaseEvent;
  before: StoredCase;
  after: StoredCase;
  l: Ledger;
  s: Settings;
  effects: Decision['effects'];
}
/** Each promise broken, in words; empty when all are kept. */
export type Promised = (m: Moment) => string[];
