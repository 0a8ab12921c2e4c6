// Takes the referrals of a file one after the other, and counts rows: what is taken, and what an earlier file had brought.
import type { Actor } from '#libs/case';
import { takeReferral, type CaseStore, type Clock } from '#libs/casework';
import type { ReadFile } from '#libs/intake';
import { CannotStart } from '#libs/config';

export interface Counts {
  /** Rows taken now. */
  readonly taken: number;
  /** Rows that an earlier file had brought. */
  readonly before: number;
  /** Cases opened now. */
  readonly opened: number;
}

/**
 * Every referral is a transaction of its own: broken off half-way, the same file can be sent again and takes only the rest.
 * @throws CannotStart when this actor may not take referrals.
 */
export async function takeAll(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  { referrals, objections }: Pick<ReadFile, 'referrals' | 'objections'>,
  source: string,
  onEach: () => void,
): Promise<Counts> {
  let [taken, before, opened] = [0, 0, 0];
  const batchId = await store.startBatch(actor.serviceId, { source, at: clock().toISOString(), by: actor.id });
  for (const referral of referrals) {
    const known = await store.takenBefore(
      actor.serviceId,
      referral.rows.map((row) => row.fingerprint),
    );
    const done = await takeReferral(store, clock, actor, referral, { batchId, objections });
    if (!done.ok) throw new CannotStart(refusal(done.why, referral.rows[0]?.line ?? 0));
    const old = done.taken === 'duplicate' ? referral.rows.length : known.size;
    before += old;
    taken += referral.rows.length - old;
    if (done.taken === 'opened') opened += 1;
    onEach();
  }
  return { taken, before, opened };
}

const refusal = (why: string, line: number): string =>
  why === 'not-permitted'
    ? 'This member of staff may not take referrals: a coordinator or a manager may.'
    : `The referral on line ${line} was refused (${why}). Rows before it are taken; send the file again to take the rest.`;
