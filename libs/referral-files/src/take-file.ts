// Takes a file that waits: each referral is a transaction of its own, so that it may be broken off anywhere and taken up again.
import type { Actor, Id } from '#libs/case';
import { takeReferral } from '#libs/casework';
import { serviceScope } from '#libs/database';
import { ReferralFileProblem, type MendedRow, type ReadFile } from '#libs/intake';
import { recordRead } from '#libs/access-log';
import { mayDo } from '#libs/permissions';
import { londonDate } from '#libs/time';
import * as files from './postgres/files.js';
import * as returned from './postgres/returned.js';
import { mappingNamed } from './mappings.js';
import { readReferrals } from './read-referrals.js';
import type { FileJob, ReferralFileParts } from './file.js';

export interface Taking {
  /** Asked before each referral; what is left then is taken the next time. */
  goesOn?: () => boolean;
  /** Called after each referral, with how many there are. */
  onEach?: (of: number) => void;
}

// So often the counts that staff see are written; less than a second's work.
const COUNTED_EVERY = 20;

/** Takes a file, or the rest of it. `done`: there is nothing more to do. `more`: it was broken off. */
export async function takeFile(
  parts: ReferralFileParts,
  { serviceId, fileId }: FileJob,
  { goesOn = () => true, onEach }: Taking = {},
): Promise<'done' | 'more'> {
  const { database, vault, store, clock } = parts;
  const own = database.as(serviceScope(serviceId));
  const now = () => clock().toISOString();
  const asked = await files.begin(own, fileId, londonDate(now()));
  if (!asked) return 'done';
  const fails = async (problem: string): Promise<'done'> => (await files.ended(own, fileId, now(), problem), 'done');
  const actor: Actor = { kind: 'staff', id: asked.by, serviceId, roles: asked.roles };
  if (!mayDo(actor, 'takeReferrals'))
    return fails('Whoever asked for it may not take referrals any more. Ask for it again.');
  const kept = await files.content(own, vault, serviceId, fileId);
  if (!kept) return fails('What stood in the file is not kept any more. Send it again.');
  let read: ReadFile;
  try {
    const settings = await store.settings(serviceId);
    const found = await mappingNamed(own, serviceId, asked.from, asked.version);
    if (!found) return fails('The mapping it was to be read by is gone.');
    read = await readReferrals(kept.bytes, found.mapping, { today: londonDate(kept.sentAt), settings });
  } catch (error) {
    if (error instanceof ReferralFileProblem) return fails(error.message);
    throw error;
  }
  const batchId = asked.batchId ?? (await store.startBatch(serviceId, { source: asked.from, at: now(), by: actor.id }));
  if (asked.batchId === null) {
    const open = await giveBack(parts, { serviceId, fileId }, read);
    await files.counted(own, fileId, { batchId, read: read.rows, referrals: read.referrals.length, returned: open });
  }
  for (const [at, referral] of read.referrals.entries()) {
    if (at < asked.done) continue;
    if (!goesOn()) return 'more';
    const taken = await takeReferral(store, clock, actor, referral, { batchId, objections: read.objections });
    if (!taken.ok)
      return fails(
        `The referral on line ${referral.rows[0]?.line ?? 0} was refused (${taken.why}). Those before it are taken.`,
      );
    onEach?.(read.referrals.length);
    if ((at + 1) % COUNTED_EVERY === 0) await files.progressed(own, fileId, at + 1);
  }
  await remember(parts, serviceId, read.mended);
  await files.progressed(own, fileId, read.referrals.length);
  await files.ended(own, fileId, now(), null);
  // Newcomers were compared with every person the service knows. No name was shown, but the read is recorded (R68).
  await recordRead(own, { by: actor.id, at: now(), kind: 'search', operation: 'takeReferrals' });
  return 'done';
}

async function giveBack(
  { database, vault, store, clock }: ReferralFileParts,
  { serviceId, fileId }: FileJob,
  { rejected }: ReadFile,
): Promise<number> {
  const keyed = await store.fingerprints(
    serviceId,
    rejected.map(({ fingerprint }) => fingerprint),
  );
  const returning = rejected.map((row, n) => ({ row, fingerprint: keyed[n] ?? row.fingerprint }));
  return database.within(serviceScope(serviceId), (rows) =>
    returned.keep(rows, vault, { serviceId, fileId, at: clock().toISOString() }, returning),
  );
}

async function remember(
  { database, store, clock }: ReferralFileParts,
  serviceId: Id,
  mended: readonly MendedRow[],
): Promise<void> {
  if (mended.length === 0) return;
  const cases = await store.takenBefore(
    serviceId,
    mended.map(({ fingerprint }) => fingerprint),
  );
  await database.within(serviceScope(serviceId), async (rows) => {
    for (const { returned: id, fingerprint } of mended)
      await returned.mended(rows, serviceId, {
        returned: id,
        caseId: cases.get(fingerprint) ?? null,
        at: clock().toISOString(),
      });
  });
}
