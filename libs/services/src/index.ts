// Everything inside opened on one database: pools, sealing, people, cases. Programs begin here.
export { type OpenServices, openServices } from './open-services.js';
