// A follow-up contact counts from its due day, or earlier with a reason; never before there is something to follow up (R87).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { isAfter } from '#libs/time';
import { happenedAt } from '../reducers.js';
import type { FollowUpEvents } from './facts.js';
import { followUpsOf } from './due.js';

export const checks: Checks<FollowUpEvents> = {
  'followUp.done': (e, f, s) => {
    const due = followUpsOf(f, e.processId, s).find((d) => d.participantId === e.participantId && d.point === e.point);
    const early = due !== undefined && isAfter(due.on, happenedAt(e));
    const before = due !== undefined && isAfter(due.since, happenedAt(e));
    return [
      ...when(before, 'notReached', e.participantId, 'facilitator', due?.since),
      ...when(due === undefined, 'notReached', e.participantId, 'facilitator'),
      ...when(early && e.early === undefined, 'notDue', e.point, 'clock', due?.on),
    ];
  },
};
