// R33: each person is assessed, not before the latest information about them, and not longer ago than the service allows.
import { blocker, type Blocker } from '../blocker.js';
import { reaches } from '../process/scope.js';
import type { ProcessQuestion, Step } from '../question.js';
import type { Id } from '../reducers.js';
import { endedAfter, isAfter } from '#libs/time';
import { parts } from '../vocabulary/parts.js';

/** Why the assessment of one member does not count. Those on a side are assessed before all else, supporters before the conference. */
export function whyNotAssessed(q: ProcessQuestion, id: Id, step: Step): Blocker[] {
  const { facts, process, processId, at, settings, door } = q;
  const part = parts[process.members.of[id]?.part ?? 'observer'];
  if (!part.prepared || door === 'prepare') return [];
  const a = facts.safeguarding.assessments[id];
  if (!a) {
    const early = step === 'suitability' || step === 'preparation';
    return early && part.side === null ? [] : [blocker('assessment', id, 'facilitator')];
  }
  const informed = facts.safeguarding.informed
    .filter((i) => (i.participantId === null ? reaches(i, facts, processId) : i.participantId === id))
    .map((i) => i.at)
    .filter((known) => isAfter(known, a.at))
    .toSorted()
    .at(-1);
  const since = informed ?? endedAfter(a.at, settings.assessmentDays, at);
  return since ? [blocker('assessmentStale', id, 'facilitator', since)] : [];
}
