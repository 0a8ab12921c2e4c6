// What stands before an item stands, and before it is reported that one was not kept (R56, R57, R59).
import { blocker, when, type Blocker } from '../blocker.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive } from '../consent/rules.js';
import type { Facts } from '../facts.js';
import { delivered } from '../process/members.js';
import type { Process } from '../process/facts.js';
import type { ProcessQuestion } from '../question.js';
import type { Id } from '../reducers.js';
import type { Item } from './facts.js';
import { itemOutcomes } from '../vocabulary/outcomes.js';

const itemOf = ({ process, about }: ProcessQuestion) => (about ? process.agreement.items[about] : undefined);
const unknown = (about: Id | null): Blocker[] => (about ? [blocker('unknown', about, 'facilitator')] : []);

export function beforeAgreeing(q: ProcessQuestion): Blocker[] {
  const { facts, processId, about, at, settings } = q;
  const item = itemOf(q);
  if (!about || !item) return unknown(about);
  return [
    ...when(!item.proportionate, 'proportionality', about, 'facilitator'),
    ...[item.doer, ...(item.recipient ? [item.recipient] : [])].flatMap((id) =>
      whyNotLive(consentKey(id, 'agreementItem', processId, about), facts, at, settings),
    ),
  ];
}

export function beforeReporting(q: ProcessQuestion): Blocker[] {
  const { about } = q;
  const item = itemOf(q);
  if (!about || !item) return unknown(about);
  return [
    ...when(item.outcome?.outcome !== 'notKept', 'item', about, 'facilitator', item.outcome?.at ?? null),
    ...when(
      item.recipient !== null && item.recipientToldAt === null,
      'outstanding',
      item.recipient ?? about,
      'facilitator',
      item.outcome?.at ?? null,
    ),
  ];
}

/** Agreed items that are not done: neither done themselves, nor delivered by the process that carries them out. */
export const outstandingItems = (facts: Facts, processId: Id): Blocker[] =>
  Object.entries(facts.processes[processId]?.agreement.items ?? {})
    .filter(([id, item]) => item.agreedAt !== null && !isDone(facts, processId, id))
    .map(([id, item]) => blocker('outstanding', id, 'facilitator', item.agreedAt));

/** Whether a process delivered what one was to do for another: what passed between others keeps nobody's promise. */
const carriedOut = (p: Process, { doer, recipient }: Item): boolean => {
  const passed = Object.values(p.communication.of).filter((c) => c.passedAt !== null);
  if (passed.length > 0) return passed.some((c) => c.from === doer && (recipient === null || c.to === recipient));
  return delivered(p) && p.members.of[doer] !== undefined;
};

function isDone(facts: Facts, processId: Id, itemId: Id): boolean {
  const item = facts.processes[processId]?.agreement.items[itemId];
  const outcome = item?.outcome;
  return (
    (outcome !== null && outcome !== undefined && itemOutcomes[outcome.outcome].done) ||
    Object.values(facts.processes).some(
      (p) =>
        p.carries?.processId === processId && p.carries.itemId === itemId && item !== undefined && carriedOut(p, item),
    )
  );
}
