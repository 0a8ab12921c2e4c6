// The promises of the practice, read against the ledger and the vocabulary after every event; none of it calls the rules.
import { whoMeets, beginning, whereItStands } from './promises-meeting.js';
import { passing, contacting, staysFrozen, writing, telling } from './promises-contact.js';
import { agreed, closed, onward, withdrawing, signing } from './promises-stages.js';
import type { Moment, Promised } from './promise-terms.js';

const promises: readonly Promised[] = [
  whoMeets,
  beginning,
  passing,
  contacting,
  staysFrozen,
  writing,
  telling,
  agreed,
  closed,
  onward,
  withdrawing,
  signing,
  whereItStands,
];
/** Every promise that this event broke. */
export const brokenBy = (m: Moment): string[] => promises.flatMap((p) => p(m));
