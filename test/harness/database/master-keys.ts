// The master key of the tests: fixed, known to everybody, and so worth nothing.
import { masterKeys, Vault, type MasterKeys } from '#libs/sealing';

/** What a test gives to whatever needs a master key. */
export const testMasterKeys: MasterKeys = masterKeys(Buffer.alloc(32, 'a master key of the tests only'));

/** A vault under it. */
export const testVault = (): Vault => new Vault(testMasterKeys);
