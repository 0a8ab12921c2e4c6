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
const team = (from: number, serviceId: Id) => ({
  lead: member(from, serviceId, 'facilitator'),
  coFacilitator: member(from + 1, serviceId, 'facilitator'),
  supervisor: member(from + 2, serviceId, 'facilitator'),
  safeguardingLead: member(from + 3, serviceId, 'safeguardingLead'),
  manager: member(from + 4, serviceId, 'manager'),
  coordinator: member(from + 5, serviceId, 'coordinator'),
  spare: member(from + 6, serviceId, 'facilitator'),
  inEmergencies: Array.from({ length: 20 }, (_, n) => member(from * 10 + n, serviceId, 'facilitator')),
});
export type Team = ReturnType<typeof team>;
/**
 * Services beside ours, each with a team of its own: whoever reads there sees all its cases, and none of ours. One for each
 * role, because what is kept from one role in a case of theirs is for another to read.
 */
export const elsewhere: readonly (Team & { readonly serviceId: Id })[] = [0xa3, 0xa4, 0xa5, 0xa6].map((n, place) => {
  const serviceId = `5e000000-0000-4000-8000-0000000000${n.toString(16)}`;
  return { ...team(40 + place * 10, serviceId), serviceId };
});
const roles: readonly StaffRole[] = ['coordinator', 'manager', 'safeguardingLead'];
/** The service of a reader who is not of ours. */
export const serviceOf = (role: StaffRole | undefined) =>
  elsewhere[role === undefined ? roles.length : roles.indexOf(role)] as (typeof elsewhere)[number];

/** Facilitators who only read: several, so that none gathers all the cases of a run, and each some, so that their order shows. */
export const readingStaff = Array.from({ length: 8 }, (_, n) => member(30 + n, SERVICE, 'facilitator'));
/** Facilitators who open cases in an emergency: each may try a few times a day. */
export const inEmergencies = Array.from({ length: 60 }, (_, n) => member(1000 + n, SERVICE, 'facilitator'));
/** Works in the service and holds no role over cases: looks after its computers. */
export const administrator = member(29, SERVICE);

export const everybody: readonly StaffActor[] = [
  ...Object.values(staff),
  ...elsewhere.flatMap(({ serviceId: _id, inEmergencies: called, ...named }) => [...Object.values(named), ...called]),
  ...readingStaff,
  ...inEmergencies,
  administrator,
];
export const services: readonly Id[] = [SERVICE, ELSEWHERE, ...elsewhere.map(({ serviceId }) => serviceId)];
