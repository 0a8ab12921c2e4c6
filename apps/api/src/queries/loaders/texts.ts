// Free words by id: one statement a case, and only those whose audience the actor belongs to.
import DataLoader from 'dataloader';
import type { Id } from '#libs/case';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';

/** The request's loader of one case's words; null for words that are not for this actor. */
export function texts(context: RequestContext, reading: Reading, caseId: Id): DataLoader<Id, string | null> {
  return context.memo(
    `texts of ${caseId}`,
    () =>
      new DataLoader(async (ids) => {
        const found = await reading.cases.texts(context.actor, caseId, ids);
        return ids.map((id) => found.get(id)?.words ?? null);
      }),
  );
}
