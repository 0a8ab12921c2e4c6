// Who works in the two twin services: the same people, under the same ids, in both.
import type { Actor, Id, StaffRole } from '#libs/case';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export const SERVICE = '5e000000-0000-4000-8000-0000000000a1';
export const ELSEWHERE = '5e000000-0000-4000-8000-0000000000a2';
const member = (n: number, serviceId: Id, ...roles: StaffRole[]): StaffActor => ({
  kind: 'staff',
  id: `5a000000-0000-4000-8000-00000000${String(n).padStart(4, '0')}`,
  serviceId,
  roles,
});

/** Who works on the cases of pairs, and who works in the other service. */
export const staff = {
  lead: member(11, SERVICE, 'facilitator'),
  coFacilitator: member(12, SERVICE, 'facilitator'),
  supervisor: member(13, SERVICE, 'facilitator'),
  safeguardingLead: member(14, SERVICE, 'safeguardingLead'),
  manager: member(15, SERVICE, 'manager'),
  coordinator: member(16, SERVICE, 'coordinator'),
  spare: member(17, SERVICE, 'facilitator'),
  managerElsewhere: member(21, ELSEWHERE, 'manager'),
  facilitatorElsewhere: member(22, ELSEWHERE, 'facilitator'),
};
/** The same duties in the other service: whoever reads there sees all its cases, and none of ours. */
export const staffElsewhere: Readonly<Record<string, StaffActor>> = {
  lead: member(41, ELSEWHERE, 'facilitator'),
  coFacilitator: member(42, ELSEWHERE, 'facilitator'),
  supervisor: member(43, ELSEWHERE, 'facilitator'),
  safeguardingLead: member(44, ELSEWHERE, 'safeguardingLead'),
  manager: member(45, ELSEWHERE, 'manager'),
  coordinator: member(46, ELSEWHERE, 'coordinator'),
  spare: member(47, ELSEWHERE, 'facilitator'),
};

/** Facilitators who only read: several, so that none gathers all the cases of a run, and each some, so that their order shows. */
export const readingStaff = Array.from({ length: 8 }, (_, n) => member(30 + n, SERVICE, 'facilitator'));
/** Facilitators who open cases in an emergency: each may try a few times a day. */
export const inEmergencies = Array.from({ length: 60 }, (_, n) => member(100 + n, SERVICE, 'facilitator'));
export const inEmergenciesElsewhere = Array.from({ length: 20 }, (_, n) => member(200 + n, ELSEWHERE, 'facilitator'));
/** Works in the service and holds no role over cases: looks after its computers. */
export const administrator = member(90, SERVICE);

export const everybody: readonly StaffActor[] = [
  ...Object.values(staff),
  ...Object.values(staffElsewhere),
  ...readingStaff,
  ...inEmergencies,
  ...inEmergenciesElsewhere,
  administrator,
];
