// What makes an event about the referral incomplete or wrong (R4, R6, R31).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { ReferralEvents } from './facts.js';

const mustBe =
  (role: string) =>
  (e: { participantId: string }, f: Parameters<NonNullable<Checks<ReferralEvents>['interest.told']>>[1]) =>
    when(f.people.participants[e.participantId]?.role !== role, 'unsound', 'participantId', 'facilitator');

export const checks: Checks<ReferralEvents> = {
  'invitation.decided': (e, f) => [...mustBe('harmed')(e, f), ...when(!e.reason, 'unsound', 'reason', 'coordinator')],
  'acknowledgement.recorded': mustBe('responsible'),
  'initiative.recorded': mustBe('harmed'),
  'interest.told': mustBe('harmed'),
  'suitability.decided': (e) => when(!e.reason, 'unsound', 'reason', 'facilitator'),
};
