// Who may take which duty on a case, and why not (R35, R41 to R44, R46).
import { when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isSensitive } from '../safeguarding/flags.js';
import type { Settings } from '../settings.js';
import { daysAfter } from '#libs/time';
import { levels, type Duty } from '../vocabulary/people.js';
import type { FacilitatorEvents, Standing } from './facts.js';

/** Points one case counts for (R46). */
export const pointsOf = (facts: Facts, settings: Settings): number =>
  isSensitive(facts) ? settings.pointsSensitive : settings.pointsOrdinary;

/** Why a facilitator of this standing may not take this duty now; empty when they may. The declaration apart, a manager can override it with a reason. */
export function unfit(
  staffId: Id,
  duty: Duty,
  standing: Standing,
  facts: Facts,
  at: string,
  settings: Settings,
): Blocker[] {
  const sensitive = isSensitive(facts);
  const allowed: readonly Duty[] = levels[standing.level][sensitive ? 'sensitive' : 'ordinary'];
  const today = at.slice(0, 10);
  const supervisedUntil = standing.supervisedOn
    ? daysAfter(`${standing.supervisedOn}T00:00:00Z`, settings.supervisionDays)
    : null;
  const onCase = facts.facilitators.assigned[staffId];
  return [
    ...when(!allowed.includes(duty), 'facilitatorFit', `level:${standing.level}`, 'manager'),
    ...when(
      sensitive && duty !== 'supervisor' && standing.level !== 'Advanced' && !standing.training.includes('sensitive'),
      'facilitatorFit',
      'training:sensitive',
      'manager',
    ),
    ...when(
      standing.registeredUntil === null || standing.registeredUntil < today,
      'facilitatorFit',
      'registration',
      'manager',
      standing.registeredUntil,
    ),
    ...when(
      supervisedUntil === null || supervisedUntil.slice(0, 10) < today,
      'facilitatorFit',
      'supervision',
      'supervisor',
      supervisedUntil,
    ),
    ...when(!standing.available, 'facilitatorFit', 'availability', 'manager'),
    ...when(
      duty !== 'supervisor' && !onCase && standing.points + pointsOf(facts, settings) > standing.caseloadLimit,
      'facilitatorFit',
      'caseload',
      'manager',
    ),
    ...when(
      duty === 'supervisor' && onCase !== undefined && onCase.duty !== 'supervisor',
      'facilitatorFit',
      'supervisor-on-case',
      'manager',
    ),
  ];
}

/** R42: the declaration comes first, and nobody overrides a connection. */
export const undeclared = (staffId: Id, facts: Facts): Blocker[] => {
  const declared = facts.facilitators.declared[staffId];
  return when(!declared || declared.connected, 'declaration', staffId, 'facilitator', declared?.at ?? null);
};

export const checks: Checks<FacilitatorEvents> = {
  'facilitator.asked': (e, f) =>
    when(f.facilitators.declared[e.staffId]?.connected === true, 'declaration', e.staffId, 'coordinator'),
  'conflict.declared': (e, f) => [
    ...when(e.by !== e.staffId, 'unsound', 'staffId', 'facilitator'),
    // A connection is declared by anybody at any time; that there is none, by those who were asked.
    ...when(
      !e.connected && !f.facilitators.asked[e.staffId] && !f.facilitators.assigned[e.staffId],
      'unknown',
      'staffId',
      'coordinator',
    ),
  ],
  'facilitator.assigned': (e, f, s) => [
    ...undeclared(e.staffId, f),
    // nobody overrides what they lack themselves (R41)
    ...when(e.override !== undefined && e.by === e.staffId, 'author', e.staffId, 'manager'),
    ...(e.override?.reason ? [] : unfit(e.staffId, e.duty, e.standing, f, e.at, s)),
  ],
  'facilitator.released': (e, f) =>
    when(!f.facilitators.assigned[e.staffId] && !f.facilitators.asked[e.staffId], 'unknown', 'staffId', 'coordinator'),
};
