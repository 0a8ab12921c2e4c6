// The one way in: a row of the self-referral form is read by libs/intake and taken as a referral, in the name of the service itself.
import { hash } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { takeReferral, type CaseStore, type Clock, type Taken } from '#libs/casework';
import { readReferralFile, type Referral } from '#libs/intake';
import { londonDate } from '#libs/time';

/** Where referrals go, and the clock they are stamped by. */
export interface Intake {
  readonly cases: CaseStore;
  readonly clock: Clock;
}

/** The service itself, which takes in what people send of themselves. */
export const itself = (serviceId: Id): Actor => ({ kind: 'clock', id: 'clock', serviceId });

/**
 * Takes a row, once: the same row again is the same referral, also when the process ends in between. `key`, where it is
 * given, takes the place of what the row says: whatever is typed under it again is the same referral.
 * @throws Error when it cannot be read or taken; its message holds no word of the row.
 */
export async function takeIn(
  { cases, clock }: Intake,
  serviceId: Id,
  row: object,
  key?: string,
): Promise<Extract<Taken, { ok: true }>> {
  const today = londonDate(clock().toISOString());
  const { referrals, rejected } = readReferralFile(Buffer.from(`${JSON.stringify(row)}\n`), 'self', today);
  const [referral] = referrals;
  if (!referral) throw new Error(`A self-referral was not read: ${rejected[0]?.reason ?? ''}`);
  const known = key === undefined ? referral : under(hash('sha256', `call ${key}`, 'hex'), referral);
  const taken = await takeReferral(cases, clock, itself(serviceId), known);
  if (!taken.ok) throw new Error(`A self-referral was not taken: ${taken.why}`);
  return taken;
}

/** The referral of one row, known by this fingerprint. */
const under = (fingerprint: string, referral: Referral): Referral => ({
  ...referral,
  rows: referral.rows.map((row) => ({ ...row, fingerprint })),
  people: referral.people.map((person) => ({ ...person, rows: person.rows.map(() => fingerprint) })),
});
