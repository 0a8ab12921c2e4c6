// Every assessment of a case as it was made, so that versions can be laid side by side: the case itself holds the latest of each person.
import type { Id, RiskFactor, RiskLevel } from '#libs/case';
import type { JournalLine } from '#libs/casework';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import type { View } from './case-view.js';
import type { Seen } from './seen.js';
import { colleague, textOrNull } from './views/by-name.js';

const ASSESSED = 'risk.assessed';
const AT_ONCE = 100;

interface Assessed {
  readonly participantId: Id;
  readonly assessmentId: Id;
  readonly level: RiskLevel;
  readonly factors: readonly RiskFactor[];
  readonly tool?: Id;
  readonly on?: string;
}

/** Oldest first, up to the instant the case is seen at; null for staff who are not on the case and not the safeguarding lead (R39). */
export async function riskHistoryOf(reading: Reading, context: RequestContext, { seen }: View) {
  if (seen.declaration !== 'notNeeded' || !seen.onCase) return null;
  const versions: ReturnType<typeof version>[] = [];
  let after: string | undefined;
  do {
    const page = { first: AT_ONCE, ...(after !== undefined && { after }) };
    const listed = await reading.cases.journal(context.actor, seen.row.id, page, ...(seen.past ? [seen.at] : []));
    const rows = listed?.rows ?? [];
    versions.push(...rows.filter(({ row }) => row.type === ASSESSED).map(({ row }) => version(seen, row)));
    after = listed?.hasNext ? rows.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return versions.filter(({ participantId }) => seen.facts.people.participants[participantId] !== undefined);
}

function version(seen: Seen, { at, by, event }: JournalLine) {
  const { participantId, assessmentId, level, factors, tool, on } = event as unknown as Assessed;
  const used = textOrNull(seen, tool);
  return { id: assessmentId, participantId, at: on ?? at, by: colleague(by), level, factors, tool: used };
}
