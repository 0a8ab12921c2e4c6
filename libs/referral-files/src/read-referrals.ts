// Reads a referrer's file as this service reads it: with its own limits of days and of rows.
import type { Settings } from '#libs/case';
import { asText, readReferralFile, type Mapping, type ReadFile } from '#libs/intake';

/** The one reading of a file: for a preview, for an upload and for the command. Throws ReferralFileProblem for a file that cannot be read. */
export async function readReferrals(
  bytes: Uint8Array,
  from: Mapping,
  { today, settings }: { today: string; settings: Settings },
): Promise<ReadFile> {
  return readReferralFile(await asText(bytes), from, today, {
    cautionWords: settings.cautionWords,
    mostRows: settings.uploadRows,
    limits: {
      referral: settings.referralWorkingDays,
      information: settings.informationWorkingDays,
      informationEnhanced: settings.enhancedInformationWorkingDays,
    },
  });
}
