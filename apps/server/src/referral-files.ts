// Composes libs/referral-files with the services of a process.
import type { Clock } from '#libs/casework';
import { Cursors } from '#libs/database';
import { ReferralFiles } from '#libs/referral-files';
import type { MasterKeys } from '#libs/sealing';
import type { OpenServices } from '#libs/services';
import { derivedFrom } from './derived-secrets.js';

export const openReferralFiles = (
  { database, vault, store }: Pick<OpenServices, 'database' | 'vault' | 'store'>,
  masterKeys: MasterKeys,
  clock: Clock,
): ReferralFiles =>
  new ReferralFiles({ database, vault, store, clock }, new Cursors(...derivedFrom(masterKeys, 'cursors')));
