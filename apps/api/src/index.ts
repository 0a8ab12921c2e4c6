// The public face of the API: how a program starts it, and the ports it must be given.
export { createApp as createApi, startApi } from './server/start.js';
export { demoTokens } from './server/auth/demo-issuer.js';
export type { DemoIssuer, DemoPerson, DemoToken } from './server/auth/demo-issuer.js';
export type { AuthOptions } from './server/auth/options.js';
export type { ApiOptions, LogOptions, RunningApi } from './options.js';
export { securityHeaders } from './server/http/headers.js';
export { answerUnreadable } from './server/http/plain-errors.js';
export type { Limits } from './server/limits/limits.js';
export type { Actor, StaffRole } from '#libs/case';
export type { Casework } from './ports/casework.js';
export type { Directory } from './ports/directory.js';
export type { People } from './ports/people.js';
export type { Emergencies, AccessLog } from './ports/access-log.js';
export type { ReadKeeping } from './ports/recorded-reads.js';
export type { Reading } from './ports/reading.js';
export type { PersonRegister } from './ports/person-register.js';
export type { Rights } from './ports/rights.js';
export type { Register } from './ports/register.js';
