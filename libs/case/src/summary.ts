// What lists and counts need of a case, so that they never open it: who works on it, what it waits for, since when.
import type { Rule } from './blocker.js';
import { nextStep } from './onward.js';
import { leadOf } from './facilitators/rules.js';
import { pointsOf } from './facilitators/checks.js';
import type { EventType } from './facts.js';
import { isHidden } from './people/departed.js';
import type { Id } from './reducers.js';
import { flagsOf, isSensitive } from './safeguarding/flags.js';
import type { Settings } from './settings.js';
import { stageOf, stepOf, upgrade, type StoredCase } from './stored.js';
import { processTypes, type ProcessType } from './vocabulary/process-types.js';
import type { ClosingReason } from './vocabulary/outcomes.js';
import { pressing, type ConferenceStep, type Place, type Stage } from './vocabulary/stages.js';
import type { Supplier } from './vocabulary/safeguarding.js';
import type { RiskFlag } from './vocabulary/risk.js';
import type { Role } from './vocabulary/people.js';

/** One process as lists see it. */
export interface ProcessSummary {
  processId: Id;
  type: ProcessType | null;
  stage: Stage;
  step: ConferenceStep | null;
  stageSince: string;
}
export interface Summary {
  /** Where the case stands: `closed`, or where its most pressing process stands. */
  stage: Stage | 'closed';
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
  /** `hidden`: named by mistake, and out of view (R92). */
  participants: { participantId: Id; personId: Id; role: Role; left: boolean; hidden: boolean }[];
  /** Every process, the most pressing first. */
  processes: ProcessSummary[];
  /** Kind of the most pressing process. */
  processType: ProcessType | null;
  direct: 'direct' | 'indirect' | 'none' | null;
  /** The step the most pressing process is waiting to take, and the first thing before it: whom it waits for, by which rule, since when. Null when closed. */
  nextStep: EventType | null;
  waitingOn: Supplier | null;
  waitingRule: Rule | null;
  waitingSince: string | null;
  openConcerns: number;
  unreviewedDeviations: number;
  flags: RiskFlag[];
  sensitive: boolean;
  points: number;
}

const urgency = (place: Place): number => pressing.indexOf(stepOf(place) ?? (place as Exclude<Stage, 'conference'>));
/** Every process as lists see it, the most pressing first. `stored` is in today's shape. */
export function processesIn({ state, facts }: StoredCase): ProcessSummary[] {
  return Object.entries(state.processes)
    .toSorted(([a, x], [b, y]) => urgency(x) - urgency(y) || (a < b ? -1 : 1))
    .map(([processId, place]) => ({
      processId,
      type: facts.processes[processId]?.type?.type ?? null,
      stage: stageOf(place),
      step: stepOf(place),
      stageSince: facts.processes[processId]?.stageSince ?? facts.openedAt,
    }));
}

/** The summary at an ISO instant. Throws NewerMachine. */
export function summary(old: StoredCase, at: string, settings: Settings): Summary {
  const stored = upgrade(old);
  const f = stored.facts;
  const closed = f.closing.closed;
  const processes = processesIn(stored);
  const first = processes[0];
  const step = closed || !first ? null : nextStep(stored, first.processId, at, settings);
  const type = first?.type ?? null;
  const asked = Object.keys(f.facilitators.asked);
  const assigned = Object.keys(f.facilitators.assigned);
  const stageSince = closed?.at ?? first?.stageSince ?? f.openedAt;
  return {
    stage: closed ? 'closed' : (first?.stage ?? 'suitability'),
    step: closed ? null : (first?.step ?? null),
    stageSince,
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
      hidden: isHidden(f, participantId),
    })),
    processes,
    processType: type,
    direct: type ? processTypes[type].direct : null,
    nextStep: step?.event ?? null,
    waitingOn: step ? (step.blockers[0]?.who ?? 'facilitator') : null,
    waitingRule: step?.blockers[0]?.rule ?? null,
    waitingSince: step ? (step.blockers[0]?.since ?? stageSince) : null,
    openConcerns: Object.values(f.safeguarding.freezes).filter((z) => z.kind === 'concern').length,
    unreviewedDeviations: Object.values(f.deviations.of).filter((d) => d.reviewed === null).length,
    flags: flagsOf(f),
    sensitive: isSensitive(f),
    points: closed ? 0 : pointsOf(f, settings),
  };
}
