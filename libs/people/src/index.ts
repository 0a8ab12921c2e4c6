// Who is asking, and what is held about people.
export { actorFor, letSignIn } from './actors.js';
export { fields, type Field, type Values } from './fields.js';
export { forgetNewcomer, knowsPerson } from './newcomers.js';
export { nameOf, PgPersonalRecords } from './records.js';
export { eraseRecord, PersonRegister, type Against } from './register/index.js';
export { writeValues } from './values.js';
export {
  destroyKey,
  KeyDestroyed,
  masterKey,
  masterKeys,
  mastersIn,
  NotOpened,
  rotate,
  UnknownMasterKey,
  Vault,
  type MasterKey,
  type MasterKeys,
  type Rotated,
} from './vault/index.js';
