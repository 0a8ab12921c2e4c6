// The libs opened on one database for a program: pools, sealing, people, cases.
export { type OpenServices, openServices } from './open-services.js';
