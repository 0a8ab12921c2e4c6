// Who may tell a case what: every event and every position on one page; nobody by default.
import { positionsOf, type Actor } from './positions.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import type { Id } from './reducers.js';
import type { Position } from './vocabulary/people.js';
import { riskFlags } from './vocabulary/risk.js';
import { checkpoints } from './vocabulary/safeguarding.js';

const facilitating = ['lead', 'coFacilitator'] as const;
const working = ['lead', 'coFacilitator', 'supervisor', 'coordinator', 'safeguardingLead'] as const;
const overseeing = ['supervisor', 'safeguardingLead', 'manager'] as const;
const intake = ['coordinator', 'manager', 'lead'] as const;
const anyStaff = ['staff'] as const;
const self = ['self'] as const;

export const permissions: Readonly<Record<EventType, readonly Position[]>> = {
  // The service itself takes in what somebody sends of themselves (R3), with who they are and what they fear.
  'case.opened': ['coordinator', 'manager', 'safeguardingLead', 'clock'],
  // people
  'participant.joined': [...intake, 'safeguardingLead', 'clock'], // on both sides: the safeguarding lead alone
  'participant.left': intake,
  'age.confirmed': working,
  'approach.confirmed': ['coordinator', 'manager', 'safeguardingLead'], // R7: what was objected to, the safeguarding lead alone opens
  'appropriateAdult.named': working,
  'conflict.recorded': working,
  'identity.confirmed': intake,
  'identity.doubted': working,
  // referral
  'offer.made': working,
  'invitation.decided': ['coordinator', 'manager', 'safeguardingLead'],
  'acknowledgement.recorded': working,
  'acknowledgement.takenBack': [...working, ...self],
  'initiative.recorded': ['safeguardingLead', ...self], // R4: it opens what abuse has shut
  'interest.told': facilitating,
  'name.told': facilitating,
  'words.received': [...working, 'manager', 'clock'],
  'words.read': working,
  'justice.updated': working,
  // contact
  'safeContact.recorded': [...working, ...self],
  'channel.cleared': ['safeguardingLead'], // R12: whoever froze it by mistake does not unfreeze it
  'needs.recorded': [...working, ...self],
  'contact.attempted': facilitating,
  'preference.stated': [...working, ...self],
  'preference.answered': ['coordinator', 'manager', 'supervisor'],
  'help.asked': [...working, ...self],
  'help.answered': [...working, 'manager'],
  // consent: a person for themselves, or staff who write down what the person said
  'consent.given': [...facilitating, 'coordinator', ...self],
  'consent.refused': [...working, ...self],
  'consent.deferred': [...working, ...self],
  'consent.withdrawn': [...working, 'manager', ...self],
  'consent.reconfirmed': [...facilitating, ...self],
  'view.recorded': working,
  'capacity.doubted': working,
  'capacity.assessed': ['lead', 'supervisor', 'safeguardingLead'],
  'bestInterests.decided': ['supervisor', 'safeguardingLead'],
  'bestInterests.ended': ['lead', 'supervisor', 'safeguardingLead'],
  // safeguarding
  'risk.assessed': [...facilitating, 'supervisor', 'safeguardingLead'],
  'risk.informed': anyStaff,
  'checkpoint.passed': [...facilitating, ...overseeing, 'coordinator'],
  'checkpoint.refused': [...facilitating, ...overseeing, 'coordinator'], // narrowed by the row: signedBy
  'flag.set': [...anyStaff, 'clock'],
  'flag.cleared': ['supervisor', 'safeguardingLead'],
  'concern.raised': ['reaching', 'participant', 'clock'], // R37: whoever the case is there for
  'concern.decided': ['safeguardingLead'],
  'order.recorded': working,
  'order.ended': working,
  'custody.recorded': working,
  'custody.ended': working,
  'approval.needed': working,
  'approval.given': ['coordinator', ...facilitating, 'safeguardingLead'],
  'case.paused': [...working, 'manager'],
  'freeze.lifted': ['lead', 'supervisor', 'safeguardingLead'],
  'deviation.reviewed': ['supervisor', 'safeguardingLead'],
  // facilitators
  'facilitator.asked': ['coordinator', 'manager'],
  'conflict.declared': ['asked', ...anyStaff],
  'facilitator.assigned': ['coordinator', 'manager'],
  'facilitator.released': ['coordinator', 'manager', 'lead', 'coFacilitator', 'supervisor'],
  // processes and their members
  'process.opened': ['lead', 'coordinator', 'manager'],
  'process.split': ['lead'],
  'process.typeChosen': ['lead'],
  'process.ended': ['lead', 'coordinator', 'manager', 'safeguardingLead'],
  'member.joined': [...facilitating, 'coordinator', 'manager'],
  'member.left': [...facilitating, 'coordinator', 'manager'],
  'member.replaced': [...facilitating, 'coordinator', 'manager'],
  'suitability.decided': ['lead', 'supervisor'],
  // preparation
  'preparation.held': facilitating,
  'readiness.stated': [...facilitating, ...self],
  'arrangement.settled': facilitating,
  'coWorking.agreed': facilitating,
  'preparation.begun': ['lead'],
  'preparation.completed': ['lead'],
  // conference
  'conference.booked': facilitating,
  'conference.cancelled': working,
  'conference.begun': facilitating,
  'session.steppedOut': [...facilitating, ...self],
  'session.paused': [...facilitating, 'attending'],
  'session.checked': facilitating,
  'session.resumed': facilitating,
  'conference.ended': facilitating,
  'conference.recorded': facilitating,
  'exchange.ended': ['lead'],
  'harmedOnly.completed': ['lead'],
  // communications
  'communication.drafted': facilitating,
  'communication.agreed': [...facilitating, ...self],
  'communication.screened': facilitating,
  'communication.secondChecked': ['coFacilitator', 'supervisor', 'safeguardingLead'],
  'communication.held': [...facilitating, 'supervisor', 'safeguardingLead'],
  'communication.takenBack': [...facilitating, ...self],
  'communication.passed': facilitating,
  'communication.receiptNoted': [...facilitating, ...self],
  'communication.receiptTold': facilitating,
  // agreement
  'agreement.decided': facilitating,
  'item.proposed': facilitating,
  'item.checked': facilitating,
  'item.agreed': facilitating,
  'item.varied': facilitating,
  'item.progressed': facilitating,
  'item.recipientTold': facilitating,
  'item.notKeptReported': ['lead', 'safeguardingLead'],
  // follow-up and closing
  'followUp.done': working,
  'information.shared': working,
  'case.closed': ['lead', 'coordinator', 'manager', 'safeguardingLead'],
  'case.reopened': ['coordinator', 'manager', 'safeguardingLead'],
  // the worker
  'notice.sent': ['clock'],
  'deadline.passed': ['clock'],
};

/** What is done about a case beside telling it something; judged by position as well, so that whoever only looks does nothing. */
export const caseActs = {
  invite: [...facilitating, 'coordinator'],
  assistSignIn: [...facilitating, 'coordinator'],
  revokeInvitation: [...working, 'manager'],
} as const satisfies Record<string, readonly Position[]>;
export type CaseAct = keyof typeof caseActs;

/** Whether this actor may do this about a case. */
export const mayAct = (actor: Actor, act: CaseAct, facts: Facts): boolean => {
  const held = positionsOf(actor, facts, null);
  return caseActs[act].some((position) => held.has(position));
};

/** Whether a task is for this actor to finish: theirs by name; else for whoever holds the position it is addressed to. */
export function isAddressedTo(
  actor: Actor,
  { supplier, assigneeId }: { supplier: string; assigneeId: Id | null },
  facts: Facts,
): boolean {
  const held = positionsOf(actor, facts, null);
  if (assigneeId !== null) return assigneeId === actor.id && (held.has('staff') || held.has('asked'));
  return held.has(positionOf(supplier));
}

/** Whether this actor may open cases, and take what referrers send; the service itself takes what somebody sends of themselves. */
export const mayOpenCases = (actor: Actor): boolean =>
  actor.kind === 'clock' ||
  (actor.kind === 'staff' &&
    actor.roles.some((role) => (permissions['case.opened'] as readonly string[]).includes(role)));

/** The position of a signer, or of whoever a task is addressed to. */
const positionOf = (signer: string): Position => (signer === 'facilitator' ? 'facilitating' : (signer as Position));

/** An event as far as it is said yet: all of it, or, at a door, no more than its name and whom or what it is about. */
type Saying = CaseEvent | { readonly type: EventType; readonly participantId?: Id };

/**
 * Who may tell the case this. A manager's override of a facilitator's fitness is a manager's alone (R41); a sign-off is for the
 * positions its row names (practice.md section 3); what safeguarding holds, only the safeguarding lead lets go on. Of what is not
 * said yet, whoever may say any of it; without `facts`, what is so in every case.
 */
export function whoMay(event: Saying, facts: Facts | null): readonly Position[] {
  if ('checkpoint' in event && (event.type === 'checkpoint.passed' || event.type === 'checkpoint.refused'))
    return checkpoints[event.checkpoint].signedBy.map(positionOf);
  if (facts && opensForAbuseOrObjection(event, facts)) return ['safeguardingLead'];
  if ('bothSides' in event && event.bothSides) return ['safeguardingLead'];
  if ('override' in event && event.override) return ['manager'];
  if ('freezeId' in event && facts?.safeguarding.freezes[event.freezeId]?.bySafeguarding) return ['safeguardingLead'];
  return permissions[event.type];
}

/** Whether this actor may tell the case this, or take this step. A person speaks only for themselves. */
export function may(actor: Actor, event: Saying, facts: Facts): boolean {
  if (actor.serviceId !== facts.serviceId) return false;
  const held = positionsOf(actor, facts, 'participantId' in event ? (event.participantId ?? null) : null);
  return whoMay(event, facts).some((position) => held.has(position));
}

/** R4, R7: what lets somebody be approached who objected, or takes away a flag of abuse, is signed by the safeguarding lead. */
const opensForAbuseOrObjection = (event: Saying, { people }: Facts): boolean =>
  (event.type === 'approach.confirmed' &&
    event.participantId !== undefined &&
    people.participants[event.participantId]?.approach === 'objected') ||
  ('flag' in event && event.type === 'flag.cleared' && riskFlags[event.flag]?.abuse);
