// Persons as the schema shows them, and decisions about them as members of a union.
import type { Decided, FoundPersonRow, SearchSide } from '#libs/casework';
import type { Values } from '#libs/people';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { PersonRegister } from '../../ports/person-register.js';
import type { Reading } from '../../ports/reading.js';
import type { FreeText } from '../../commands/free-text.js';
import { inTheClientsWords } from '../../commands/command-errors.js';
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
  return connection(reading.service.people(actor, { parts, side: side ?? null }, wanted), foundView);
}
const foundView = (row: FoundPersonRow) => ({
  ...row,
  merges: row.merges.map(({ by, ...merge }) => ({ ...merge, by: colleague(by) })),
});

/** Waits for a decision and gives the member of PersonPayload. */
export async function personPayload(answer: Promise<Decided>) {
  const given = await answer.catch(inTheClientsWords);
  return given.ok
    ? { __typename: 'PersonDecided', id: given.id }
    : { __typename: 'PersonNotDecided', problems: given.problems };
}

// What cannot be seen is no part of a name, a number or an address.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST_VALUE = 200;

/** Details as they are written: trimmed, nothing unseen in them. BAD_USER_INPUT else. */
export function valuesAsked(given: Readonly<Record<string, string | null | undefined>>): Values {
  const values = Object.entries(given).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [[field, value.normalize('NFC').trim()] as const],
  );
  if (values.some(([, value]) => value.length > LONGEST_VALUE || UNSEEN.test(value) || !value.isWellFormed()))
    throw apiError('BAD_USER_INPUT', `A detail is plain text of at most ${LONGEST_VALUE} characters.`);
  return Object.fromEntries(values) as Values;
}
