// What lists and counts need of a case, so that they never open it: who works on it, what it waits for, since when.
import type { Blocker, Rule } from './blocker.js';
import { firstDoor } from './doors.js';
import { leadOf } from './facilitators/rules.js';
import { pointsOf } from './facilitators/checks.js';
import type { EventType } from './facts.js';
import type { Id } from './reducers.js';
import { flagsOf, isSensitive } from './safeguarding/flags.js';
import type { Settings } from './settings.js';
import { stageOf, stepOf, type StoredCase } from './stored.js';
import { processTypes, type ProcessType } from './vocabulary/process-types.js';
import type { ClosingReason } from './vocabulary/outcomes.js';
import type { ConferenceStep, Door, Stage } from './vocabulary/stages.js';
import type { RiskFlag, Supplier } from './vocabulary/safeguarding.js';
import type { Role } from './vocabulary/people.js';

export interface Summary {
  stage: Stage;
  step: ConferenceStep | null;
  stageSince: string;
  openedAt: string;
  closedAt: string | null;
  closedBecause: ClosingReason | null;
  leadId: Id | null;
  /** Staff who see the case: those asked to declare, and those assigned. */
  staffIds: Id[];
  /** Of those, who is asked and not assigned: declared or not, they see no detail (R42). */
  undeclaredIds: Id[];
  participants: { participantId: Id; personId: Id; role: Role; left: boolean }[];
  processType: ProcessType | null;
  direct: 'direct' | 'indirect' | 'none' | null;
  /** The step this case is waiting to take, and the first thing before it: whom it waits for, by which rule, since when. Null when closed. */
  nextStep: EventType | null;
  waitingOn: Supplier | null;
  waitingRule: Rule | null;
  waitingSince: string | null;
  openConcerns: number;
  flags: RiskFlag[];
  sensitive: boolean;
  points: number;
}

/** The steps that move a case on, in the order of the practice. */
const onward: readonly EventType[] = [
  'suitability.decided',
  'preparation.begun',
  'victimOnly.completed',
  'preparation.completed',
  'conference.booked',
  'conference.begun',
  'session.resumed',
  'conference.ended',
  'exchange.ended',
  'case.closed',
];

function next(stored: StoredCase, at: string, settings: Settings): { event: EventType; first: Blocker | null } | null {
  const alone = stored.facts.preparation.process?.type === 'victimOnly';
  const followedUp = stageOf(stored.state) === 'followUp';
  const leadsOn = (event: EventType, door: Door): boolean =>
    event === 'case.closed'
      ? followedUp
      : (door !== 'record' || event === 'conference.ended') && (event === 'victimOnly.completed') === alone;
  const step = firstDoor(stored, at, settings, onward, leadsOn);
  return step ? { event: step.event, first: step.blockers[0] ?? null } : null;
}

/** The summary at an ISO instant. Throws NewerMachine. */
export function summary(stored: StoredCase, at: string, settings: Settings): Summary {
  const f = stored.facts;
  const closed = f.closing.closed;
  const step = closed ? null : next(stored, at, settings);
  const type = f.preparation.process?.type ?? null;
  const asked = Object.keys(f.facilitators.asked);
  const assigned = Object.keys(f.facilitators.assigned);
  return {
    stage: stageOf(stored.state),
    step: stepOf(stored.state),
    stageSince: f.stageSince,
    openedAt: f.openedAt,
    closedAt: closed?.at ?? null,
    closedBecause: closed?.reason ?? null,
    leadId: leadOf(f),
    staffIds: [...new Set([...assigned, ...asked])],
    undeclaredIds: asked.filter((id) => !assigned.includes(id)),
    participants: Object.entries(f.people.participants).map(([participantId, p]) => ({
      participantId,
      personId: p.personId,
      role: p.role,
      left: p.leftAt !== null,
    })),
    processType: type,
    direct: type ? processTypes[type].direct : null,
    nextStep: step?.event ?? null,
    waitingOn: step ? (step.first?.who ?? 'facilitator') : null,
    waitingRule: step?.first?.rule ?? null,
    waitingSince: step ? (step.first?.since ?? f.stageSince) : null,
    openConcerns: Object.values(f.safeguarding.concerns).filter((c) => !c.decision).length,
    flags: flagsOf(f),
    sensitive: isSensitive(f),
    points: closed ? 0 : pointsOf(f, settings),
  };
}
