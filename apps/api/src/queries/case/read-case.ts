// One case for a member of staff, now or as it was.
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { cases } from '../loaders/cases.js';
import type { Reading } from '../../ports/reading.js';
import { caseView, type View } from './case-view.js';
import { seen } from './seen.js';

export interface CaseArgs {
  readonly id: string;
  readonly at?: string | null;
}

/**
 * The case, or null: hidden and absent are the same, and so is a case that was not open then. A participant sees none
 * here (`myCases` is theirs). BAD_USER_INPUT for a moment that is still to come.
 */
export async function readCase(reading: Reading, context: RequestContext, { id, at }: CaseArgs): Promise<View | null> {
  const { actor } = context;
  if (actor.kind !== 'staff') return null;
  if (at && at > context.at) throw apiError('BAD_USER_INPUT', 'That moment is still to come.');
  const row = await cases(context, reading).load(id);
  if (!row) return null;
  if (!at) return caseView(seen(actor, row, context.at));
  const then = await reading.cases.caseAsOf(actor, row.id, at);
  return then && caseView(seen(actor, row, at, then));
}
