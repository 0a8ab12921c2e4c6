// One page of the caseload, for a member of staff.
import { noRows } from '#libs/database';
import { seen } from '../case/seen.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { caseSummary } from './case-summary.js';
import { filterAsked, orderAsked, type CaseloadArgs } from './filter.js';
import { connection } from '../pages.js';

/** The page; empty for a participant, whatever they ask. One statement. */
export function readCaseload(reading: Reading, { actor, at }: RequestContext, args: CaseloadArgs) {
  const [filter, page] = [filterAsked(args), orderAsked(args)];
  const listed = actor.kind === 'staff' ? reading.cases.caseload(actor, filter, page) : Promise.resolve(noRows);
  return connection(listed, (row) => caseSummary(seen(actor, row, at)));
}
