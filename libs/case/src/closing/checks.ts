// What makes a closing wrong (R8).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { ClosingEvents } from './facts.js';

export const checks: Checks<ClosingEvents> = {
  'case.closed': (e, f) =>
    when(
      e.reason === 'delivered' && !f.conference.held.some((h) => h.how !== 'stopped'),
      'outstanding',
      'process',
      'facilitator',
    ),
  'case.reopened': (e) => when(!e.reason, 'unsound', 'reason', 'manager'),
};
