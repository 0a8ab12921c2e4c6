// What the API asks of referring oneself.
import type { Actor } from '#libs/case';
import type { Call, CallTaken, SelfReferrals as Referring } from '#libs/self-referral';

export interface SelfReferrals extends Pick<Referring, 'begin' | 'resume' | 'read' | 'save' | 'leave' | 'send'> {
  /** Takes in a call that a member of staff typed; null where the actor takes none. */
  takeCall(actor: Actor, call: Call): Promise<CallTaken | null>;
}

/** Where nobody can refer themselves, nothing is begun and nothing is open. */
export const disabledSelfReferrals: SelfReferrals = {
  begin: async () => null,
  resume: async () => null,
  read: async () => null,
  save: async () => false,
  leave: async () => undefined,
  send: async () => 'gone',
  takeCall: async () => null,
};
