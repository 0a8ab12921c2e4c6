// What the API offers to whoever starts it.
export { createApp as createApi, startApi } from './start.js';
export { demoTokens } from './auth/demo-issuer.js';
export type { DemoIssuer, DemoPerson, DemoToken } from './auth/demo-issuer.js';
export type { AuthOptions } from './auth/options.js';
export type { ApiOptions, LogOptions, RunningApi } from './options.js';
export { securityHeaders } from './http/headers.js';
export { answerUnreadable } from './http/plain-errors.js';
export type { Limits } from './limits/limits.js';
export type { Actor, StaffRole } from '#libs/case';
export type { Casework } from './ports/casework.js';
export type { People } from './ports/people.js';
export type { Emergencies, Looking } from './ports/looking.js';
export type { ReadKeeping } from './ports/read-keeping.js';
export type { Reading } from './ports/reading.js';
export type { PersonRegister } from './ports/person-register.js';
export type { Rights } from './ports/rights.js';
export type { Register } from './ports/register.js';
