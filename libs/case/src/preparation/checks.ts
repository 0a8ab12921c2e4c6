// What makes an event of preparation incomplete or wrong.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { unsafeChannel } from '../contact/checks.js';
import { processTypes } from '../vocabulary/process-types.js';
import type { PreparationEvents } from './facts.js';

export const checks: Checks<PreparationEvents> = {
  'process.chosen': (e, f) =>
    when(
      f.safeguarding.indirectOnly && processTypes[e.processType].direct === 'direct',
      'indirectOnly',
      e.processType,
      'safeguardingLead',
    ),
  'preparation.held': (e, f) => unsafeChannel(f, e),
  'arrangement.settled': (e) => when(!e.text, 'unsound', 'text', 'facilitator'),
};
