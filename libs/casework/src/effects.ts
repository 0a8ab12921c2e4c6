// The effects of a decision sorted into what the store has to write, the last word on each deadline winning.
import { deadlineKey, type Effect } from '#libs/case';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;
/** Effects by kind. A deadline stands in `schedule` or in `unschedule`, never in both. */
export interface Sorted {
  schedule: Of<'schedule'>[];
  unschedule: Of<'unschedule'>[];
  notices: Of<'notice.queue'>[];
  cancelled: Of<'notice.cancel'>[];
  tasks: Of<'task'>[];
  done: Of<'task.done'>[];
}

const sameTask = (t: Of<'task'>, d: Of<'task.done'>): boolean =>
  t.task === d.task &&
  (d.processId === null || d.processId === t.processId) &&
  (d.about === null || d.about === t.about);

/**
 * Sorts effects in the order they were decided. A notice queued and cancelled by the same command is never queued, and a task
 * that a later event of it has done is none.
 */
export function sorted(effects: readonly Effect[]): Sorted {
  const deadlines = new Map<string, Of<'schedule'> | Of<'unschedule'>>();
  const notices = new Map<string, Of<'notice.queue'>>();
  const cancelled: Of<'notice.cancel'>[] = [];
  let tasks: Of<'task'>[] = [];
  const done: Of<'task.done'>[] = [];
  for (const effect of effects) {
    if (effect.type === 'schedule' || effect.type === 'unschedule') deadlines.set(deadlineKey(effect), effect);
    else if (effect.type === 'notice.queue') notices.set(effect.noticeId, effect);
    else if (effect.type === 'task') tasks.push(effect);
    else if (effect.type === 'task.done') {
      done.push(effect);
      tasks = tasks.filter((t) => !sameTask(t, effect));
    } else if (!notices.delete(effect.noticeId)) cancelled.push(effect);
  }
  const last = [...deadlines.values()];
  return {
    schedule: last.filter((e) => e.type === 'schedule'),
    unschedule: last.filter((e) => e.type === 'unschedule'),
    notices: [...notices.values()],
    cancelled,
    tasks,
    done,
  };
}

/** What is left of the effects of several events when all of them have happened. */
export const inTheEnd = (effects: readonly Effect[]): Effect[] => Object.values(sorted(effects)).flat();
