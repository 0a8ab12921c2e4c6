// Persons as the schema shows them.
import type { FoundPersonRow, SearchSide } from '#libs/people';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { PersonRegister } from '../../ports/person-register.js';
import type { Reading } from '../../ports/reading.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import { colleague } from '../case/views/by-name.js';

export interface SearchArgs extends PageArgs {
  readonly search: FreeText;
  readonly side?: SearchSide | null;
}

// Longer than any name with number and address.
const LONGEST_SEARCH = 200;

/** One page of persons. BAD_USER_INPUT for a search that is no search. */
export async function foundPage(
  register: PersonRegister,
  reading: Reading,
  { actor }: RequestContext,
  { search, side, ...page }: SearchArgs,
) {
  const text = search.reveal();
  if (text.length > LONGEST_SEARCH)
    throw apiError('BAD_USER_INPUT', `A search has at most ${LONGEST_SEARCH} characters.`);
  const wanted = pageAsked(page);
  const parts = actor.kind === 'staff' ? await register.tokensOf(actor.serviceId, text) : [];
  return connection(reading.people.search(actor, { parts, side: side ?? null }, wanted), foundView);
}
const foundView = (row: FoundPersonRow) => ({
  ...row,
  merges: row.merges.map(({ by, ...merge }) => ({ ...merge, by: colleague(by) })),
});
