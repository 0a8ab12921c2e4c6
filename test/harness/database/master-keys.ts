// The master key of the tests: fixed, known to everybody, and so worth nothing.
import { masterKeys, Vault, type MasterKeys } from '#libs/people';

/** What a test that opens the inside of the house gives it. */
export const testMasterKeys: MasterKeys = masterKeys(Buffer.alloc(32, 'a master key of the tests only'));

/** A vault under it. */
export const testVault = (): Vault => new Vault(testMasterKeys);
