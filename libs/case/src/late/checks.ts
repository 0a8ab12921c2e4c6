// Whether something can be recorded late, and a deviation reviewed (R95).
import { when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { CaseEvent, EventType, Facts } from '../facts.js';
import { isAfter } from '#libs/time';
import type { DeviationEvents } from './facts.js';

/** What can have happened before it was written down. What the system itself does, and what somebody decides here and now, cannot. */
export const mayBeLate: ReadonlySet<EventType> = new Set<EventType>([
  'contact.attempted',
  'consent.given',
  'consent.refused',
  'consent.deferred',
  'consent.withdrawn',
  'consent.reconfirmed',
  'participant.left',
  'member.left',
  'acknowledgement.recorded',
  'suitability.decided',
  'risk.assessed',
  'risk.informed',
  'concern.raised',
  'checkpoint.passed',
  'approval.given',
  'custody.ended',
  'order.ended',
  'preparation.held',
  'readiness.stated',
  'conference.recorded',
  'conference.ended',
  'communication.agreed',
  'communication.takenBack',
  'communication.passed',
  'agreement.decided',
  'item.progressed',
  'information.shared',
  'followUp.done',
]);

/** What is wrong with when an event is said to have happened; empty when nothing is said, or nothing is wrong. */
export function wrongMoment(e: CaseEvent, facts: Facts): Blocker[] {
  if (e.on === undefined) return when(e.type === 'conference.recorded', 'unsound', 'on', 'facilitator');
  // nobody signs off a thing backwards; what was found at the door is a finding of that day
  const signsOff = e.type === 'checkpoint.passed' && e.checkpoint !== 'dayOf';
  const impossible = isAfter(e.on, e.at) || isAfter(facts.openedAt, e.on);
  return when(impossible || signsOff || !mayBeLate.has(e.type), 'unsound', 'on', 'facilitator');
}

export const checks: Checks<DeviationEvents> = {
  'deviation.reviewed': (e, f) => {
    const d = f.deviations.of[e.deviationId];
    return [
      ...when(!d || d.reviewed !== null, 'unknown', 'deviationId', 'supervisor'),
      ...when(d?.recordedBy === e.by, 'author', e.deviationId, 'safeguardingLead'),
      ...when(!e.finding, 'unsound', 'finding', 'supervisor'),
    ];
  },
};
