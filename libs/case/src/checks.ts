// Whether what was said is complete and right: the features' checks, and what holds for every event.
import * as agreement from './agreement/checks.js';
import { blocker, when, type Blocker } from './blocker.js';
import * as closing from './closing/checks.js';
import * as conference from './conference/checks.js';
import * as consent from './consent/checks.js';
import * as contact from './contact/checks.js';
import * as exchange from './exchange/checks.js';
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
  ...exchange.checks,
  ...agreement.checks,
  ...followUp.checks,
  ...closing.checks,
  ...post.checks,
};

/** What a closed case still listens to: a withdrawal, a concern, follow-up, the post; and its reopening. */
const heardWhenClosed: ReadonlySet<EventType> = new Set<EventType>([
  'consent.withdrawn',
  'concern.raised',
  'concern.decided',
  'followUp.done',
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

/** What is wrong with an event against what is known: incomplete, about nobody, or not for a closed case. Empty when it is sound. */
export function invalidEvent(event: CaseEvent, facts: Facts, settings: Settings): Blocker[] {
  const closed = notWhenClosed(event.type, facts);
  if (closed.length > 0 && !doesNotKnowOfClosing(event, facts, settings)) return closed;
  const odd = invalidFormat(event);
  if (odd.length > 0) return odd;
  if (
    event.type !== 'participant.joined' &&
    'participantId' in event &&
    event.participantId !== undefined &&
    !facts.people.participants[event.participantId]
  )
    return [blocker('unknown', 'participantId', 'facilitator')];
  return (
    (checks[event.type] as ((e: CaseEvent, f: Facts, s: Settings) => Blocker[]) | undefined)?.(
      event,
      facts,
      settings,
    ) ?? []
  );
}
