// Messages that wait to be sent, and deadlines that have gone by.
import { put, type Id, type Reducers } from '../reducers.js';
import type { NoticeTemplate } from '../vocabulary/outcomes.js';
import type { Age } from '../vocabulary/people.js';
import type { DeadlineName } from '../deadlines/deadlines.js';

export interface Notice {
  to: Id;
  template: NoticeTemplate;
  /** The process it speaks of; null when it speaks of the case. */
  processId: Id | null;
  queuedAt: string;
  /** When the meeting was to start that is called off; null for other words. */
  startsAt: string | null;
}
export interface PostFacts {
  /** Queued, not yet sent; ids are `<number of the event>-<place>`. */
  queued: Record<Id, Notice>;
  sent: number;
  /** Deadlines that went by: `name|process|about` to the date that was due, so that none fires twice. */
  passed: Record<string, string>;
}
export interface PostEvents {
  'notice.sent': { noticeId: Id };
  /** `age`: of a check of somebody's age that found another than was known; casework fills it in. */
  'deadline.passed': { name: DeadlineName; processId?: Id; about: string; dueAt: string; age?: Age };
}

export const begin = (): PostFacts => ({ queued: {}, sent: 0, passed: {} });

export const reducers: Reducers<PostFacts, PostEvents> = {
  'notice.sent': (s, e) => {
    const { [e.noticeId]: _gone, ...queued } = s.queued;
    return { ...s, queued, sent: s.sent + 1 };
  },
  'deadline.passed': (s, e) => ({ ...s, passed: put(s.passed, `${e.name}|${e.processId ?? '-'}|${e.about}`, e.dueAt) }),
};
