// Who may do what about rights: every act on one page, nobody by default.
import type { Actor, StaffRole } from '#libs/case';

/** Roles in the service; a facilitator of the service sees consent texts and record classes like all staff. */
export const acts = {
  readTexts: ['facilitator', 'coordinator', 'manager', 'safeguardingLead'],
  publishText: ['manager'],
  readRecordClasses: ['facilitator', 'coordinator', 'manager', 'safeguardingLead'],
  setRecordClass: ['manager'],
  readHolds: ['manager', 'safeguardingLead'],
  placeHold: ['manager', 'safeguardingLead'],
  liftHold: ['manager', 'safeguardingLead'],
  runRetention: ['manager'],
  readOrganisations: ['facilitator', 'coordinator', 'manager', 'safeguardingLead'],
  recordOrganisation: ['manager'],
  readDisclosures: ['coordinator', 'manager', 'safeguardingLead'],
  recordDisclosure: ['manager', 'safeguardingLead'],
  readRequests: ['manager', 'safeguardingLead'],
  receiveRequest: ['coordinator', 'manager'],
  reviewForRequest: ['manager', 'safeguardingLead'],
  exportForRequest: ['manager'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Act = keyof typeof acts;

/** Whether this actor may do it in their own service. */
export const mayDo = (actor: Actor, act: Act): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => (acts[act] as readonly StaffRole[]).includes(role));
