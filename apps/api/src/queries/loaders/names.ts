// Names of people: all that one request shows, in one statement.
import DataLoader from 'dataloader';
import { isUuid, type Id } from '#libs/case';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';

/** The request's loader of names; null for a person without one, and for the clock. */
export function names(context: RequestContext, reading: Reading): DataLoader<Id, string | null> {
  const { actor } = context;
  return context.memo(
    names,
    () =>
      new DataLoader(async (ids) => {
        const people = ids.filter(isUuid);
        const found = people.length > 0 ? await reading.names(actor, people) : new Map<Id, string | null>();
        return ids.map((id) => found.get(id) ?? null);
      }),
  );
}
