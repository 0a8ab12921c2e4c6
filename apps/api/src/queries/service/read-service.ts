// What is read about a service, and who of its staff may read it.
import { defaults } from '#libs/case';
import type { ServiceRow } from '#libs/casework';
import { mayDo } from '#libs/permissions';
import { noticeView, taskView } from '../case/records.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';

export interface NoticeArgs extends PageArgs {
  readonly waiting?: boolean | null;
}
export interface TaskArgs extends PageArgs {
  readonly mine?: boolean | null;
  readonly open?: boolean | null;
}

/** The service of the actor; null for a participant. */
export async function readService(reading: Reading, { actor, at }: RequestContext) {
  const found = await reading.service.service(actor, at.slice(0, 10));
  return found && { ...found, settings: settingsOf(found) };
}

// Bank holidays are the calendar's, not a number of the service's.
const numbers = Object.entries(defaults).filter(
  (entry): entry is [keyof typeof defaults, number] => typeof entry[1] === 'number',
);
const settingsOf = ({ settings, own }: ServiceRow) =>
  numbers.map(([name, value]) => ({ name, value: settings[name], default: value, own: own.includes(name) }));

/** The staff of the service, for those who assign or oversee cases; empty for all others. */
export const staffList = async (reading: Reading, { actor }: RequestContext) =>
  mayDo(actor, 'readStaffList') ? reading.cases.staff(actor) : [];

/** Messages of cases that the actor sees in detail. */
export const noticeList = (reading: Reading, { actor }: RequestContext, { waiting, ...page }: NoticeArgs) =>
  connection(
    reading.service.notices(actor, waiting === null || waiting === undefined ? {} : { waiting }, pageAsked(page)),
    noticeView,
  );

/** Tasks of cases that the actor sees. */
export const taskList = (reading: Reading, { actor }: RequestContext, { mine, open, ...page }: TaskArgs) =>
  connection(reading.cases.tasks(actor, { mine: mine ?? false, done: open === false }, pageAsked(page)), taskView);
