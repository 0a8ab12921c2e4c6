// Which processes an event concerns: the whole wall between one process and another. Nothing else moves a process (R81).
import type { CaseEvent, EventType, Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import type { Scope } from '../safeguarding/facts.js';
import { minorsOf } from '../people/appropriate-adult.js';
import { standsBetween } from '../safeguarding/orders.js';
import { involved, processOf, processesOf } from './members.js';

/** Whether something of this scope reaches a process. */
export const reaches = (s: Scope, facts: Facts, processId: Id): boolean =>
  s.processId !== null
    ? s.processId === processId
    : s.participantId === null || involved(processOf(facts, processId)).includes(s.participantId);

/** Events of the case that change nothing in any process. */
const concernsNone: ReadonlySet<EventType> = new Set<EventType>([
  'offer.made',
  'initiative.recorded',
  'custody.recorded',
  'custody.ended',
  'interest.told',
  'name.told',
  'justice.updated',
  'safeContact.recorded',
  'channel.cleared',
  'needs.recorded',
  'contact.attempted',
  'preference.stated',
  'preference.answered',
  'help.asked',
  'help.answered',
  'flag.set',
  'flag.cleared',
  'facilitator.asked',
  'conflict.declared',
  'facilitator.assigned',
  'facilitator.released',
  'information.shared',
  'deviation.reviewed',
  'notice.sent',
  'deadline.passed',
  'words.received',
  'words.read',
  'case.reopened',
]);

/** What an event is about, by the facts before it: afterwards a decided concern is gone. Null where it concerns no process. */
function scopeOf(e: CaseEvent, facts: Facts): Scope | null {
  if (concernsNone.has(e.type)) return null;
  if (e.type === 'concern.decided') return facts.safeguarding.freezes[e.concernId] ?? null;
  if (e.type === 'freeze.lifted') return facts.safeguarding.freezes[e.freezeId] ?? null;
  const said = e as { participantId?: Id; about?: Id; processId?: Id };
  const about = e.type === 'concern.raised' || e.type === 'case.paused' ? said.about : said.participantId;
  return { participantId: about ?? null, processId: said.processId ?? null };
}

/** Whether somebody is named as the adult of a minor in a process: what becomes of them decides what the minor can do (R93). */
const isBesideSomebodyIn = (facts: Facts, id: Id, adult: Id | null): boolean =>
  adult !== null && minorsOf(facts, adult).some((minor) => involved(processOf(facts, id)).includes(minor));

/** Everybody in a process, and those for whom or with whom somebody is there. */
const reachedBy = (facts: Facts, id: Id): Id[] => {
  const p = processOf(facts, id);
  return [...new Set(involved(p).flatMap((who) => [who, p.members.of[who]?.of ?? who]))];
};

/**
 * The ids of the processes that an event concerns, by id: a record that was stored comes back in an order of its own, and the
 * same journal must give the same messages. `before` are the facts before it.
 */
export const concerned = (e: CaseEvent, before: Facts): Id[] => concernedBy(e, before).toSorted();

function concernedBy(e: CaseEvent, before: Facts): Id[] {
  const all = Object.keys(before.processes);
  if (e.type === 'process.split') return [e.processId, e.newProcessId];
  if (e.type === 'participant.joined') return [];
  // an appropriate adult's own part ends with them, and so does what the minor cannot do without them
  if (e.type === 'appropriateAdult.named') return processesOf(before, e.participantId);
  const order =
    e.type === 'order.recorded'
      ? { ...e, towards: e.towards ?? null, until: e.until ?? null }
      : e.type === 'order.ended'
        ? before.safeguarding.orders[e.orderId]
        : undefined;
  if (order) return all.filter((id) => standsBetween(order, before, processOf(before, id), reachedBy(before, id)));
  const scope = e.type === 'order.ended' ? null : scopeOf(e, before);
  if (!scope) return [];
  return scope.processId !== null
    ? all.filter((id) => id === scope.processId)
    : all.filter((id) => reaches(scope, before, id) || isBesideSomebodyIn(before, id, scope.participantId));
}
