// What the API asks of files of referrals.
import { notYours } from '#libs/commands';
import { noRows } from '#libs/database';
import type { ReferralFiles as Filing } from '#libs/referral-files';

export type ReferralFiles = Pick<
  Filing,
  'mostBytes' | 'send' | 'file' | 'files' | 'preview' | 'take' | 'returnedRows' | 'returnedFile'
>;

/** Where no files are taken, none can be sent in. */
export const noReferralFiles: ReferralFiles = {
  mostBytes: async () => null,
  send: async () => null,
  file: async () => null,
  files: async () => noRows,
  preview: async () => null,
  take: async () => notYours,
  returnedRows: async () => [],
  returnedFile: async () => null,
};
