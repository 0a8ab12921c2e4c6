// The record of reads as the schema shows it.
import { saysWith, type ReadRow, type UnusualReason } from '#libs/access-log';
import { colleague } from '../case/views/by-name.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { AccessLog } from '../../ports/access-log.js';

export interface WhoLookedArgs extends PageArgs {
  readonly caseId?: string | null;
  readonly personId?: string | null;
}
export interface DaysArgs {
  readonly from: string;
  readonly to: string;
}
export interface UnusualArgs extends DaysArgs, PageArgs {
  readonly reason: UnusualReason;
  readonly staffId: string;
}

const MOST_DAYS = 92;
const DAY = 86_400_000;

/** One page of who looked at a case or a person. BAD_USER_INPUT when neither or both are given. */
export function lookedAt(
  accessLog: AccessLog,
  { actor }: RequestContext,
  { caseId, personId, ...page }: WhoLookedArgs,
) {
  if ((caseId ?? null) === null) {
    if (!personId) throw apiError('BAD_USER_INPUT', 'Give a case or a person.');
    return connection(accessLog.whoLooked(actor, { personId }, pageAsked(page)), entry);
  }
  if (personId) throw apiError('BAD_USER_INPUT', 'Give a case or a person, not both.');
  return connection(accessLog.whoLooked(actor, { caseId: String(caseId) }, pageAsked(page)), entry);
}

/** Whose reading was unusual, each row with its definition. */
export async function unusualRows(accessLog: AccessLog, { actor }: RequestContext, args: DaysArgs) {
  const days = daysOf(args);
  const [rows, settings] = await Promise.all([accessLog.unusual(actor, days), accessLog.settings(actor)]);
  return rows.map(({ staffId, ...row }) => ({ ...row, says: saysWith(row.reason, settings), who: colleague(staffId) }));
}

/** One page of the entries behind a row. */
export function unusualPage(
  accessLog: AccessLog,
  { actor }: RequestContext,
  { reason, staffId, ...args }: UnusualArgs,
) {
  const { from, to, ...page } = args;
  return connection(
    accessLog.unusualReads(actor, { reason, staffId, ...daysOf({ from, to }) }, pageAsked(page)),
    entry,
  );
}

function daysOf({ from, to }: DaysArgs): DaysArgs {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days >= 0 && days <= MOST_DAYS) return { from, to };
  throw apiError('BAD_USER_INPUT', `Give a first and a last day, in this order, at most ${MOST_DAYS} days apart.`);
}

const entry = ({ by, assistedBy, caseIds, personIds, ...row }: ReadRow) => ({
  ...row,
  by: { id: by },
  assistedBy: assistedBy && { id: assistedBy },
  cases: caseIds.length,
  caseId: caseIds.length === 1 ? caseIds[0] : null,
  persons: personIds.length,
});
