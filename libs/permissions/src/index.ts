// Who may do what outside a case, and for whom a transaction works.
export { scopeOf, sightOf, sightOn } from './actor-scope.js';
export { type Act, acts, mayDo, type StaffActor } from './acts.js';
export { type ActorCheck, type ActorStatement, type Claims, sameActor } from './claims.js';
export { actorFor, actorStatement, letSignIn } from './postgres/actors.js';
export {
  enforced,
  type Checks,
  type ScopedReader,
  readerFor,
  holdsPositionOn,
  idOf,
  ofCases,
  disabledForTest,
} from './postgres/visible-cases.js';
