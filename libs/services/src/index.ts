// Everything inside opened on one database: pools, sealing, people, cases. Programs begin here.
export { type Inside, openInside } from './open-services.js';
