// What makes an event about the referral incomplete or wrong (R4, R6, R31).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { isLanguage } from '../contact/language.js';
import { withoutGrounds } from '../people/checks.js';
import { inOwnVoice } from '../people/informed.js';
import { whyNotSpokenWith } from '../people/spoken-with.js';
import { isResponsible } from '../process/members.js';
import { roles } from '../vocabulary/people.js';
import type { ReferralEvents } from './facts.js';

const mustBe =
  (role: string) =>
  (e: { participantId: string }, f: Parameters<NonNullable<Checks<ReferralEvents>['interest.told']>>[1]) =>
    when(f.people.participants[e.participantId]?.role !== role, 'unsound', 'participantId', 'facilitator');

export const checks: Checks<ReferralEvents> = {
  'offer.made': (e) => when(e.language !== undefined && !isLanguage(e.language), 'unsound', 'language', 'facilitator'),
  'invitation.decided': (e, f) => [...mustBe('harmed')(e, f), ...when(!e.reason, 'unsound', 'reason', 'coordinator')],
  'acknowledgement.recorded': (e, f) => [
    ...when(!isResponsible(f, e.participantId), 'unsound', 'participantId', 'facilitator'),
    ...whyNotSpokenWith(e, f),
  ],
  'acknowledgement.takenBack': (e, f) =>
    when(!f.referral.acknowledged[e.participantId], 'unsound', 'participantId', 'facilitator'),
  'initiative.recorded': (e, f) => [...mustBe('harmed')(e, f), ...(inOwnVoice(e, f) ? [] : withoutGrounds(e))],
  'interest.told': (e, f) => {
    const [whose, to] = [f.people.participants[e.participantId], f.people.participants[e.to]];
    const across =
      whose && to && roles[whose.role].party !== null && roles[to.role].party !== null && whose.role !== to.role;
    return when(!across || to.leftAt !== null, 'unsound', 'to', 'facilitator');
  },
};
