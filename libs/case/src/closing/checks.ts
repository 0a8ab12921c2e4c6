// What makes a closing wrong (R8).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { delivered } from '../process/members.js';
import type { ClosingEvents } from './facts.js';

export const checks: Checks<ClosingEvents> = {
  'case.closed': (e, f) =>
    when(
      e.reason === 'delivered' && !Object.values(f.processes).some(delivered),
      'outstanding',
      'process',
      'facilitator',
    ),
  'case.reopened': (e, f) => [
    ...when(!e.reason, 'unsound', 'reason', 'manager'),
    ...when(e.processId !== undefined && f.processes[e.processId] !== undefined, 'unsound', 'processId', 'manager'),
  ],
};
