// What stands before a door because of who works on the case (R35, R41 to R44).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isSensitive } from '../safeguarding/flags.js';
import type { Question } from '../question.js';
import { doors, type Door } from '../vocabulary/stages.js';
import type { Duty } from '../vocabulary/people.js';

/** Doors before which a sensitive case needs its full team: first contact and the process (R35). */
const team: readonly Door[] = ['approach', 'book', 'begin', 'pass'];

/** Staff on the case with one of these duties. */
export const on = (facts: Facts, ...duties: Duty[]): [Id, Facts['facilitators']['assigned'][Id]][] =>
  Object.entries(facts.facilitators.assigned).filter(([, a]) => duties.includes(a.duty));
export const leadOf = (facts: Facts): Id | null => on(facts, 'lead')[0]?.[0] ?? null;

/** R35: an Advanced lead, or an Intermediate beside an Advanced; two facilitators; a supervisor. */
function sensitiveTeam(facts: Facts): Blocker[] {
  const facilitating = on(facts, 'lead', 'coFacilitator');
  return [
    ...when(facilitating.length < 2, 'facilitatorFit', 'two-facilitators', 'coordinator'),
    ...when(!facilitating.some(([, a]) => a.level === 'Advanced'), 'facilitatorFit', 'advanced', 'coordinator'),
    ...when(on(facts, 'supervisor').length === 0, 'facilitatorFit', 'supervisor', 'coordinator'),
  ];
}

export function blockersFor({ door, facts }: Question): Blocker[] {
  if (!doors[door].led) return [];
  if (!leadOf(facts)) return [blocker('facilitator', 'lead', 'coordinator', facts.openedAt)];
  return team.includes(door) && isSensitive(facts) ? sensitiveTeam(facts) : [];
}
