// A deadline goes by only when it is due, and once.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { due } from '../deadlines/due.js';
import { isAfter } from '#libs/time';
import type { PostEvents } from './facts.js';

export const checks: Checks<PostEvents> = {
  'deadline.passed': (e, f, s) => {
    const found = due(f, s).find(
      (d) => d.name === e.name && d.processId === (e.processId ?? null) && d.about === e.about && d.on === e.dueAt,
    );
    return when(!found || isAfter(found.on, e.at), 'notDue', e.name, 'clock', found?.on ?? null);
  },
};
