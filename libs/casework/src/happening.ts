// What is told to a case: an event without its stamp, and the words behind its text ids.
import type { CaseEvent } from '#libs/case';
import type { Words } from './texts.js';

type Unstamped<E> = E extends CaseEvent
  ? Omit<E, 'at' | 'by' | 'standing' | 'textSha256' | 'agreementId' | 'deviations'>
  : never;
/** An event before it is stamped: casework adds `at`, `by`, which process where only one can be meant (which-process.ts), and what the service's registers say (registers.ts). */
export type UnstampedEvent = Unstamped<CaseEvent>;

/** Something that happened. Who may read its words follows from the event (libs/case `textFields`). */
export interface Happening {
  event: UnstampedEvent;
  texts?: Words[];
}
