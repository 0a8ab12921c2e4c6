// What makes a decision on suitability incomplete.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { SuitabilityEvents } from './facts.js';

export const checks: Checks<SuitabilityEvents> = {
  'suitability.decided': (e) => when(!e.reason, 'unsound', 'reason', 'facilitator'),
};
