// Referring oneself, and calls that staff typed, as the API is given them.
import type { SelfReferrals } from '../../api/src/index.js';
import type { Actor } from '#libs/case';
import { SelfReferrals as Referring, takeCall } from '#libs/self-referral';

/** `nameOf` says what a member of staff is called: a call says who typed it. */
export function selfReferralsOn(
  parts: ConstructorParameters<typeof Referring>[0],
  nameOf: (actor: Actor) => Promise<string | null>,
): SelfReferrals {
  const own = new Referring(parts);
  return Object.assign(own, {
    takeCall: async (actor: Actor, call: Parameters<typeof takeCall>[2]) =>
      takeCall(parts, actor, call, await nameOf(actor)),
  });
}
