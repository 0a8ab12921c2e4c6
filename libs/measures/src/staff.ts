// Facilitators against cases: who could lead one, why the others could not, and what each carries (R41 to R46).
import { addDays, londonDate } from '#libs/time';
import { undeclared, unfit, type Blocker, type Duty, type Facts, type Settings } from '#libs/case';
import { standingFor, type FacilitatorRecord, type StaffRow } from '#libs/staff';
import type { Candidate, Workload } from './figures.js';
import { nameOf } from './lists.js';

/** Whether this member of staff takes cases at all. */
export const facilitates = (staff: Pick<StaffRow, 'active' | 'roles'>): boolean =>
  staff.active && staff.roles.includes('facilitator');

const levelUnknown: Blocker = { rule: 'facilitatorFit', about: 'level:unknown', who: 'manager', since: null };

/** Whether this facilitator could take the case for a duty at an ISO instant, judged by the rules that judge an assignment. */
export function candidate(
  staff: FacilitatorRecord,
  facts: Facts,
  at: string,
  settings: Settings,
  duty: Duty = 'lead',
): Candidate {
  const connected = facts.facilitators.declared[staff.staffId]?.connected === true;
  const declaration = undeclared(staff.staffId, facts);
  const standing = standingFor(staff);
  const reasons = [
    ...(connected ? declaration : []),
    ...(standing ? unfit(staff.staffId, duty, standing, facts, at, settings) : [levelUnknown]),
  ];
  return {
    staffId: staff.staffId,
    could: reasons.length === 0,
    declarationDue: !connected && declaration.length > 0,
    reasons,
  };
}

/** Those who could first, the least loaded before the others; then the others, the nearest to it first. */
export const candidates = (
  staff: readonly FacilitatorRecord[],
  facts: Facts,
  at: string,
  settings: Settings,
  duty: Duty = 'lead',
): Candidate[] => {
  const points = new Map(staff.map((each) => [each.staffId, each.points]));
  return staff
    .map((each) => candidate(each, facts, at, settings, duty))
    .toSorted(
      (a, b) =>
        a.reasons.length - b.reasons.length ||
        (points.get(a.staffId) ?? 0) - (points.get(b.staffId) ?? 0) ||
        (a.staffId < b.staffId ? -1 : 1),
    );
};

/** What one facilitator carries, and what is overdue on the day of an ISO instant: the last day allowed is not overdue. */
export function workloadOf(staff: StaffRow, at: string, settings: Settings): Workload {
  const today = londonDate(at);
  const due = staff.lastSupervision === null ? null : addDays(staff.lastSupervision, settings.supervisionDays);
  return {
    staffId: staff.id,
    level: staff.level,
    points: staff.points,
    limit: staff.caseloadLimit,
    overLimit: staff.caseloadLimit === null ? null : staff.points > staff.caseloadLimit,
    openCases: staff.openCases,
    sensitiveCases: staff.openSensitiveCases,
    lastSupervision: staff.lastSupervision,
    supervisionDue: due,
    supervisionOverdue: due === null ? null : due < today,
    registeredUntil: staff.registeredUntil,
    registrationOverdue: staff.registeredUntil === null ? null : staff.registeredUntil < today,
    list: nameOf({ of: 'workload', staffId: staff.id }),
  };
}
