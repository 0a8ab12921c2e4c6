// Emergencies as the schema shows them, and refusals that tell nobody whether there is such a case.
import type { Emergency } from '#libs/reads';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Emergencies } from '../../ports/access-log.js';

export interface EmergencyArgs extends PageArgs {
  readonly acknowledged?: boolean | null;
}
export interface OpenArgs {
  readonly case: string;
  readonly reason: string;
}
const LONGEST_REASON = 2_000;

const view = ({ staffId, endedBy, acknowledgedBy, ...row }: Emergency) => ({
  ...row,
  openedBy: colleague(staffId),
  endedBy: colleagueOrNull(endedBy),
  acknowledgedBy: colleagueOrNull(acknowledgedBy),
});

/** Opens one. BAD_USER_INPUT without a reason, and for somebody who sees the case anyway: they know that it is there. */
export async function openNow(emergencies: Emergencies, { actor, at }: RequestContext, args: OpenArgs) {
  const reason = args.reason.trim();
  if (reason.length === 0 || reason.length > LONGEST_REASON)
    throw apiError('BAD_USER_INPUT', `Say why, in at most ${LONGEST_REASON} characters.`);
  const opened = await emergencies.open(actor, args.case, reason, at);
  if (opened.ok) return view(opened.emergency);
  switch (opened.why) {
    case 'seen':
      throw apiError('BAD_USER_INPUT', 'You see this case already.');
    case 'too-often':
      throw apiError('LIMIT_EXCEEDED', 'You have tried this as often as is allowed in a day. Telephone a manager.');
    default:
      throw apiError('NOT_FOUND', 'There is no such case.');
  }
}

/** One page of them. */
export function emergencyPage(emergencies: Emergencies, { actor }: RequestContext, args: EmergencyArgs) {
  const { acknowledged, ...page } = args;
  const filter = acknowledged === null || acknowledged === undefined ? {} : { acknowledged };
  return connection(emergencies.list(actor, filter, pageAsked(page)), view);
}
