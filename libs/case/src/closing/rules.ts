// What stands before a process ends or a case closes: nothing going on, nothing undone (R8, R58).
import { when, type Blocker } from '../blocker.js';
import { outstandingItems } from '../agreement/rules.js';
import { reaches } from '../process/scope.js';
import type { ProcessQuestion } from '../question.js';
import { blocker } from '../blocker.js';

export function beforeEnding({ facts, process, processId }: ProcessQuestion): Blocker[] {
  const { session, booking } = process.conference;
  const concerns = Object.entries(facts.safeguarding.freezes).filter(
    ([, z]) => z.kind === 'concern' && reaches(z, facts, processId),
  );
  return [
    ...concerns.map(([id, z]) => blocker('concern', id, 'safeguardingLead', z.at)),
    ...when(session !== null, 'outstanding', 'session', 'facilitator', session?.begunAt ?? null),
    ...when(booking !== null && session === null, 'outstanding', 'booking', 'facilitator', booking?.bookedAt ?? null),
    ...outstandingItems(facts, processId),
  ];
}
