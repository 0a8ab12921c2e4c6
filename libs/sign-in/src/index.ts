// Signing in: sessions, invitations, one-time codes, and how often each may be tried.
export { defaultNumbers, type Numbers } from './numbers.js';
export type { Done, IdentityCheck, InvitationWay } from './postgres/invitations.js';
export { plainCode } from './plain-code.js';
export type { Opened, Session, StaffProof } from './postgres/sessions.js';
export { SignIn } from './sign-in.js';
