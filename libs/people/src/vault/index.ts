// Sealing: the vault, its master keys, and the destruction of a key.
export { NotOpened } from './cipher.js';
export { destroyKey } from './keys.js';
export { masterKey, masterKeys, type MasterKey, type MasterKeys } from './master-keys.js';
export { mastersIn, rotate, type Rotated } from './rotate.js';
export { KeyDestroyed, Vault } from './vault.js';
export { UnknownMasterKey } from './wrapping.js';
