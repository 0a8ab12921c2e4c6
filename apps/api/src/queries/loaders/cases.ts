// Cases by id: all that one request asks for, in one statement, those of them that the actor may see.
import DataLoader from 'dataloader';
import type { Id } from '#libs/case';
import type { CaseRow } from '#libs/casework';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';

/** The request's loader of cases; null for one that is hidden or absent. */
export function cases(context: RequestContext, reading: Reading): DataLoader<Id, CaseRow | null> {
  return context.memo(
    cases,
    () =>
      new DataLoader(async (ids) => {
        const found = await reading.cases.casesFor(context.actor, ids);
        return ids.map((id) => found.get(id.toLowerCase()) ?? null);
      }),
  );
}
