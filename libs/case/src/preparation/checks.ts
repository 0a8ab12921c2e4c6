// What makes an event of preparation incomplete or wrong.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { unsafeChannel } from '../contact/checks.js';
import type { PreparationEvents } from './facts.js';

export const checks: Checks<PreparationEvents> = {
  'preparation.held': (e, f) => unsafeChannel(f, e),
  'arrangement.settled': (e) => when(!e.text, 'unsound', 'text', 'facilitator'),
};
