// What stands before a case closes: nothing open, nothing undone (R8, R58).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import { itemOutcomes } from '../vocabulary/outcomes.js';
import type { Door } from '../vocabulary/stages.js';

export function blockersFor(door: Door, facts: Facts): Blocker[] {
  if (door !== 'close') return [];
  const { session, booking } = facts.conference;
  const open = Object.entries(facts.safeguarding.concerns).filter(([, c]) => !c.decision);
  const undone = Object.entries(facts.agreement.items).filter(
    ([, i]) => i.agreedAt && !(i.outcome && itemOutcomes[i.outcome.outcome].done),
  );
  return [
    ...open.map(([id, c]) => blocker('concern', id, 'safeguardingLead', c.at)),
    ...when(session !== null, 'outstanding', 'session', 'facilitator', session?.begunAt ?? null),
    ...when(booking !== null && session === null, 'outstanding', 'booking', 'facilitator', booking?.bookedAt ?? null),
    ...undone.map(([id, i]) => blocker('outstanding', id, 'facilitator', i.agreedAt)),
  ];
}
