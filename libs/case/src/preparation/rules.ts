// What is settled before a process: its kind, and what its kind asks to be arranged (R47, R52, R53).
import { blocker, when, type Blocker } from '../blocker.js';
import type { ProcessQuestion } from '../question.js';
import { arrangementsFor, processTypes, type Exchange } from '../vocabulary/process-types.js';

/** Why the kind of process is not one of these. */
export function whyNotOfKind({ process, processId }: ProcessQuestion, ...kinds: readonly Exchange[]): Blocker[] {
  if (!process.type) return [blocker('processType', processId, 'facilitator')];
  const { type, at } = process.type;
  return when(!kinds.includes(processTypes[type].exchange), 'processType', type, 'facilitator', at);
}

/** What is not settled yet that this kind of process asks for. */
export const unsettled = ({ process }: ProcessQuestion): Blocker[] =>
  process.type
    ? arrangementsFor(process.type.type).flatMap((a) =>
        when(!process.preparation.arrangements[a], 'arrangement', a, 'facilitator'),
      )
    : [];
