// What stands beside a case in tables of its own: its journal, messages and tasks; one statement each.
import { namesOneOf, type Actor } from '#libs/case';
import type { NoticeRow, TaskRow } from '#libs/casework';
import { noRows, type Page } from '#libs/database';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import type { View } from './case-view.js';
import type { Seen } from './seen.js';
import { colleagueOrNull } from './views/by-name.js';
import { entry } from './views/journal.js';
import { taskInWords } from './views/task-in-words.js';

/** The record, or null while the details are not for the reader (R42). */
const ofDetails = <T>({ seen }: View, read: (seen: Seen) => Promise<T>): Promise<T> | null =>
  seen.declaration === 'notNeeded' ? read(seen) : null;

/** The journal up to the instant the case is seen at. */
export const journalOf = (reading: Reading, { actor }: RequestContext, view: View, args: PageArgs) =>
  ofDetails(view, (seen) => connection(journalUpTo(reading, actor, seen, pageAsked(args)), entry(seen)));

const journalUpTo = async ({ cases }: Reading, actor: Actor, { row, at, past }: Seen, page: Page) =>
  (await cases.journal(actor, row.id, page, ...(past ? [at] : []))) ?? noRows;

/** Messages that were queued by then, as they stood then. */
export const noticesOf = (reading: Reading, { actor }: RequestContext, view: View) =>
  ofDetails(view, async ({ row, at, hidden }) => {
    const found = (await reading.cases.notices(actor, [row.id])).get(row.id) ?? [];
    const then = (instant: string | null) => (instant !== null && instant <= at ? instant : null);
    return found
      .filter(({ queuedAt, recipientId }) => queuedAt <= at && !hidden.includes(recipientId))
      .map((notice) => ({ ...noticeView(notice), cancelledAt: then(notice.cancelledAt), sentAt: then(notice.sentAt) }));
  });

/** What the referrer wrote, as far as it had come then. */
export const wordsReceivedOf = (reading: Reading, { actor }: RequestContext, view: View) =>
  ofDetails(view, async ({ row, at }) =>
    (await reading.cases.wordsReceived(actor, row.id)).filter((words) => words.at <= at),
  );

// As many as one statement gives.
const MOST = { first: 100 };

/** Tasks that were open then. */
export const tasksOf = (reading: Reading, { actor }: RequestContext, view: View) =>
  ofDetails(view, async ({ row, at, past, hidden }) => {
    const read = (done: boolean) => reading.cases.tasks(actor, { caseId: row.id, done }, MOST);
    const lists = await Promise.all(past ? [read(false), read(true)] : [read(false)]);
    return lists
      .flatMap(({ rows }) => rows.map(({ row: task }) => task))
      .filter((task) => !namesOneOf(hidden, task.about))
      .filter((task) => task.since <= at && (task.doneAt === null || task.doneAt > at))
      .toSorted((a, b) => (a.since < b.since ? -1 : 1))
      .map((task) => taskView({ ...task, doneAt: null, doneBy: null }));
  });

export const noticeView = ({ noticeId, ...notice }: NoticeRow) => ({ id: noticeId, ...notice });
export const taskView = ({ supplier, assigneeId, doneBy, ...task }: TaskRow) => ({
  ...task,
  words: taskInWords(task.task),
  for: supplier,
  assignee: colleagueOrNull(assigneeId),
  doneBy: colleagueOrNull(doneBy),
});
