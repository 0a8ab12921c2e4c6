// What somebody is to do, in a sentence: every kind of task there is, whoever asks for it.
import { deadlines, tasks } from '#libs/case';
import { flagMeanings } from '#libs/intake';

const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries({ ...tasks, ...deadlines }).map(([name, { says }]) => [name, `${says}.`])),
  ...flagMeanings,
};

/** A task that an earlier version asked for, and none asks for today, says its name. */
export const taskInWords = (task: string): string => (Object.hasOwn(kinds, task) ? (kinds[task] as string) : task);
