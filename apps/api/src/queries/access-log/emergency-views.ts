// Cases opened in an emergency, as the schema shows them.
import type { Emergency } from '#libs/access-log';
import type { Emergencies } from '../../ports/access-log.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { View } from '../case/case-view.js';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';

export interface EmergencyArgs extends PageArgs {
  readonly acknowledged?: boolean | null;
}

export const emergencyView = ({ staffId, endedBy, acknowledgedBy, ...row }: Emergency) => ({
  ...row,
  openedBy: colleague(staffId),
  endedBy: colleagueOrNull(endedBy),
  acknowledgedBy: colleagueOrNull(acknowledgedBy),
});

/** One page of them. */
export function emergencyPage(emergencies: Emergencies, { actor }: RequestContext, args: EmergencyArgs) {
  const { acknowledged, ...page } = args;
  const filter = acknowledged === null || acknowledged === undefined ? {} : { acknowledged };
  return connection(emergencies.list(actor, filter, pageAsked(page)), emergencyView);
}

/** By what the reader sees a case; null where it is by their role or duty. */
export async function emergencyOf(emergencies: Emergencies, { actor }: RequestContext, { seen }: View) {
  const open = seen.inEmergency ? await emergencies.openOf(actor, seen.row.id) : null;
  return open && emergencyView(open);
}
