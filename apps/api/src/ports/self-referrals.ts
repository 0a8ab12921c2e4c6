// What the API asks of referring oneself.
import type { SelfReferrals as Referring } from '#libs/self-referral';

export type SelfReferrals = Pick<Referring, 'begin' | 'resume' | 'read' | 'save' | 'leave' | 'send'>;

/** Where nobody can refer themselves, nothing is begun and nothing is open. */
export const disabledSelfReferrals: SelfReferrals = {
  begin: async () => null,
  resume: async () => null,
  read: async () => null,
  save: async () => false,
  leave: async () => undefined,
  send: async () => 'gone',
};
