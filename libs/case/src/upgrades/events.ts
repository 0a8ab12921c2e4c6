// Events as earlier versions named them, in today's words: a journal is never rewritten, so that each entry keeps its hash.
import type { CaseEvent } from '../facts.js';
import { checkpointWords, decisionWords, deviationNow, outcomeWords, wordNow } from './version-3.js';

const typeWords = { 'breach.reported': 'item.notKeptReported', 'session.left': 'session.steppedOut' };

/** Fields of which a word is another one today. */
const fieldWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: outcomeWords,
  decision: decisionWords,
  checkpoint: checkpointWords,
};

/** An event of any version as today's process names it. The argument is left alone. */
export function inTodaysWords(event: Readonly<Record<string, unknown>>): CaseEvent {
  const { standing, deviations } = event as { standing?: Record<string, unknown>; deviations?: [] };
  const fields = Object.entries(event).map(([field, value]) => [field, wordNow(value, fieldWords[field] ?? {})]);
  return {
    ...Object.fromEntries(fields),
    type: wordNow(event['type'], typeWords),
    ...(standing && { standing: standingNow(standing) }),
    ...(deviations && { deviations: deviations.map(deviationNow) }),
  } as unknown as CaseEvent;
}

/** What a facilitator carries is held against the limit of their caseload; capacity is a word of R25. */
function standingNow({ capacity, ...standing }: Record<string, unknown>): Record<string, unknown> {
  return capacity === undefined ? standing : { ...standing, caseloadLimit: capacity };
}
