// What makes a share wrong: nobody in particular as the receiver, or no live consent that names them (R28).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { namesOne } from '../consent/checks.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive } from '../consent/rules.js';
import type { SharingEvents } from './facts.js';

export const checks: Checks<SharingEvents> = {
  'information.shared': (e, f, s) => [
    ...when(!namesOne(e.organisation), 'unsound', 'organisation', 'facilitator'),
    ...whyNotLive(consentKey(e.participantId, 'share', null, e.organisation), f, e.at, s),
  ],
};
