// What the API asks of files of referrals.
import { notYours } from '#libs/commands';
import { noRows } from '#libs/database';
import type { ReferralFiles as Filing, ReferralMappings as Mapping } from '#libs/referral-files';

export type ReferralFiles = Pick<
  Filing,
  'mostBytes' | 'send' | 'file' | 'files' | 'preview' | 'suggestion' | 'take' | 'returnedRows' | 'returnedFile'
>;

/** Mappings of a referrer's columns. */
export type ReferralMappings = Pick<Mapping, 'list' | 'save'>;

/** Where no files are taken, none can be sent in. */
export const noReferralFiles: ReferralFiles = {
  mostBytes: async () => null,
  send: async () => null,
  file: async () => null,
  files: async () => noRows,
  preview: async () => null,
  suggestion: async () => null,
  take: async () => notYours,
  returnedRows: async () => [],
  returnedFile: async () => null,
};
export const noReferralMappings: ReferralMappings = { list: async () => [], save: async () => notYours };
