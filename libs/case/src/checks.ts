// Whether what was said is complete and right: the features' checks, and what holds for every event.
import * as agreement from './agreement/checks.js';
import { blocker, when, type Blocker } from './blocker.js';
import { afterItsEnd } from './process/after-ending.js';
import * as process from './process/checks.js';
import * as sharing from './sharing/checks.js';
import * as late from './late/checks.js';
import * as suitability from './suitability/checks.js';
import * as closing from './closing/checks.js';
import * as conference from './conference/checks.js';
import * as consent from './consent/checks.js';
import * as contact from './contact/checks.js';
import * as communication from './communication/checks.js';
import * as facilitators from './facilitators/checks.js';
import type { CaseEvent, EventPayloads, EventType, Facts } from './facts.js';
import * as followUp from './follow-up/checks.js';
import * as people from './people/checks.js';
import { doesNotKnowOfClosing } from './people/informed.js';
import * as post from './notifications/checks.js';
import * as preparation from './preparation/checks.js';
import * as referral from './referral/checks.js';
import * as safeguarding from './safeguarding/checks.js';
import type { Checks } from './event-checks.js';
import { invalidFormat } from './invalid-format.js';
import type { Settings } from './settings.js';

const checks: Checks<EventPayloads> = {
  ...people.checks,
  ...referral.checks,
  ...contact.checks,
  ...consent.checks,
  ...safeguarding.checks,
  ...facilitators.checks,
  ...preparation.checks,
  ...conference.checks,
  ...process.checks,
  ...suitability.checks,
  ...communication.checks,
  ...sharing.checks,
  ...late.checks,
  ...agreement.checks,
  ...followUp.checks,
  ...closing.checks,
  ...post.checks,
};

/** What a closed case still listens to: a withdrawal, a "no", a concern, care, follow-up, that somebody died or was named by mistake, what happened and is written down late, the messages; and its reopening. */
const heardWhenClosed: ReadonlySet<EventType> = new Set<EventType>([
  'consent.withdrawn',
  'consent.refused',
  'participant.left',
  'concern.raised',
  'concern.decided',
  'freeze.lifted',
  'followUp.done',
  'conference.recorded',
  'communication.receiptNoted',
  'item.progressed',
  'item.recipientTold',
  'deviation.reviewed',
  'safeContact.recorded',
  'channel.cleared',
  'needs.recorded',
  'contact.attempted',
  'notice.sent',
  'deadline.passed',
  'case.reopened',
  'facilitator.asked',
  'conflict.declared',
  'facilitator.assigned',
  'facilitator.released',
]);
/** Why a closed case does not listen to this; empty when it does, or is open. */
export const notWhenClosed = (type: EventType, facts: Facts): Blocker[] =>
  when(
    facts.closing.closed !== null && !heardWhenClosed.has(type),
    'closed',
    'case',
    'manager',
    facts.closing.closed?.at ?? null,
  );

/** Events that a process does not listen to before it is there. */
function notInProcess(event: CaseEvent, facts: Facts): Blocker[] {
  if (event.type === 'process.opened' || event.type === 'participant.joined' || event.type === 'case.reopened')
    return [];
  const processId = 'processId' in event ? event.processId : undefined;
  return when(
    processId !== undefined && facts.processes[processId] === undefined,
    'unknown',
    'processId',
    'facilitator',
  );
}

/** What is wrong with an event against what is known: incomplete, about nobody, or not for a closed case. Empty when it is sound. */
export function invalidEvent(event: CaseEvent, facts: Facts, settings: Settings): Blocker[] {
  const closed = notWhenClosed(event.type, facts);
  if (closed.length > 0 && !doesNotKnowOfClosing(event, facts, settings)) return closed;
  const odd = [...invalidFormat(event), ...notInProcess(event, facts), ...afterItsEnd(event, facts)];
  if (odd.length > 0) return odd;
  if (
    event.type !== 'participant.joined' &&
    'participantId' in event &&
    event.participantId !== undefined &&
    !facts.people.participants[event.participantId]
  )
    return [blocker('unknown', 'participantId', 'facilitator')];
  const check = checks[event.type] as ((e: CaseEvent, f: Facts, s: Settings) => Blocker[]) | undefined;
  return [...late.wrongMoment(event, facts), ...(check?.(event, facts, settings) ?? [])];
}
