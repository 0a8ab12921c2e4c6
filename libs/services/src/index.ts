// The libs opened on one database for a program: pools, sealing, people, cases.
export { type NewService, putService, servicesIn } from './postgres/new-service.js';
export { type OpenServices, openServices } from './open-services.js';
