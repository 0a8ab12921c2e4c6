// Sealing: personal words are kept under a key of the one they are about; keys are wrapped by the master key.
export { NotOpened } from './cipher.js';
export { masterKey, type MasterKey, masterKeys, type MasterKeys } from './master-keys.js';
export { destroyKey } from './postgres/keys.js';
export { mastersIn, rotate, type Rotated } from './postgres/rotate.js';
export type { Sealing } from './sealing.js';
export { KeyDestroyed, Vault } from './vault.js';
export { UnknownMasterKey } from './wrapping.js';
