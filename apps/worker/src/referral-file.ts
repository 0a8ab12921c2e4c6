// A file of referrals is taken piece by piece: each delivery of its job takes what it can in some minutes, and asks for another.
import { serviceScope } from '#libs/database';
import { type FileJob, type ReferralFileParts, scheduleFile, takeFile } from '#libs/referral-files';

/** pg-boss delivers a job again that took over fifteen minutes; the rest of a long file is a job of its own before that. */
const MINUTES = 5;

/** Takes a file, or a piece of it. `signal`: the worker is being stopped. Trouble is thrown on, so that the job is tried again. */
export async function workOnFile(
  files: ReferralFileParts,
  { data, signal }: { data: FileJob; signal: AbortSignal },
  onError: (error: Error) => void,
): Promise<void> {
  const until = performance.now() + MINUTES * 60_000;
  try {
    const left = await takeFile(files, data, { goesOn: () => !signal.aborted && performance.now() < until });
    if (left === 'more')
      await scheduleFile(files.database.as(serviceScope(data.serviceId)), data, files.clock().toISOString());
  } catch (error) {
    onError(error as Error);
    throw error;
  }
}
