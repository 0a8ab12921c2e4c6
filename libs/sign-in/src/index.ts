// Signing in: sessions, invitations, one-time codes, and how often each may be tried.
export type { Done, IdentityCheck, InvitationMade, InvitationState, InvitationWay } from './invitations.js';
export { networkOf } from './limits.js';
export { defaultNumbers, type Counted, type Limit, type Numbers } from './numbers.js';
export type { Letter, Post } from './post.js';
export type { Entered, Opened, Prepared, Session, StaffProof } from './sessions.js';
export { SignIn, type SignInParts } from './sign-in.js';
