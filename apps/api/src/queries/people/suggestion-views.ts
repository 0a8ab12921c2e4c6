// A suggestion as the schema shows it: each reason with its words and its weight.
import { idOrNone } from '#libs/case';
import type { SuggestionRow } from '#libs/people';
import { duplicateReasons, type DuplicateReason } from '#libs/matching';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';

export interface SuggestionArgs extends PageArgs {
  readonly caseId?: string | null;
}

/** One page of pairs that the actor may see; a case id that names nothing finds nothing. */
export function suggestionPage(reading: Reading, { actor }: RequestContext, { caseId, ...page }: SuggestionArgs) {
  const filter = caseId === null || caseId === undefined ? {} : { caseId: idOrNone(caseId) };
  return connection(reading.people.suggestions(actor, filter, pageAsked(page)), view);
}

const view = (row: SuggestionRow) => ({ ...row, reasons: row.reasons.map(reason) });

function reason(name: string) {
  const { says, points } = duplicateReasons[name as DuplicateReason];
  return { name, says, points };
}
