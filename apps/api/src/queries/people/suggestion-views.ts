// A suggestion as the schema shows it: each reason with its words and its weight.
import type { SuggestionRow } from '#libs/casework';
import { duplicateReasons, type DuplicateReason } from '#libs/intake';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import type { Reading } from '../../ports/reading.js';

export interface SuggestionArgs extends PageArgs {
  readonly caseId?: string | null;
}

/** One page of pairs that the actor may see; a case id that names nothing finds nothing. */
export function suggestionPage(reading: Reading, { actor }: RequestContext, { caseId, ...page }: SuggestionArgs) {
  const filter = caseId === null || caseId === undefined ? {} : { caseId: isUuid(caseId) ? caseId : NOWHERE };
  return connection(reading.service.suggestions(actor, filter, pageAsked(page)), view);
}
const NOWHERE = '00000000-0000-0000-0000-000000000000';

const view = (row: SuggestionRow) => ({ ...row, reasons: row.reasons.map(reason) });

function reason(name: string) {
  const { says, points } = duplicateReasons[name as DuplicateReason];
  return { name, says, points };
}
