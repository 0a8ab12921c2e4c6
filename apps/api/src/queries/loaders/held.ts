// What is held about the people of one request, in one statement.
import DataLoader from 'dataloader';
import type { Id } from '#libs/case';
import type { Values } from '#libs/people';
import type { Reading } from '../../ports/reading.js';
import type { RequestContext } from '../../server/graphql/request-context.js';

/** What a referral says of reaching somebody, as casework keeps it. */
interface SaidOfContact {
  readonly safe: boolean | null;
  readonly times: string | null;
  readonly voicemail: boolean | null;
  readonly mustNotKnow: string | null;
}
const unsaid: SaidOfContact = { safe: null, times: null, voicemail: null, mustNotKnow: null };
const parsed = <T>(json: string | undefined, otherwise: T): T =>
  json === undefined ? otherwise : (JSON.parse(json) as T);

/** The request's loader of what is held; null for a person of whom nothing is. */
export function held(context: RequestContext, reading: Reading): DataLoader<Id, object | null> {
  return context.memo(
    held,
    () =>
      new DataLoader(async (ids) => {
        const found = await reading.held(context.actor, ids);
        return ids.map((id) => details(found.get(id) ?? {}));
      }),
  );
}

function details({ contact, telephones, formerNames, organisation, needs: _, ...plain }: Values): object | null {
  if (Object.keys(plain).length === 0 && contact === undefined) return null;
  const { safe, times, voicemail, mustNotKnow } = parsed(contact, unsaid);
  return {
    ...plain,
    organisation: organisation !== undefined,
    telephones: parsed<object[]>(telephones, []),
    formerNames: parsed<string[]>(formerNames, []),
    safe,
    times,
    voicemail,
    mustNotKnow,
  };
}
