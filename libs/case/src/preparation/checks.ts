// What makes an event of preparation incomplete or wrong.
import { when } from '../blocker.js';
import type { Checks } from '../checking.js';
import { unsafeChannel } from '../contact/checks.js';
import { consentKey, stands } from '../consent/facts.js';
import { processTypes } from '../vocabulary/index.js';
import type { PreparationEvents } from './facts.js';

export const checks: Checks<PreparationEvents> = {
  'process.chosen': (e, f) =>
    when(
      f.safeguarding.indirectOnly && processTypes[e.processType].direct === 'direct',
      'indirectOnly',
      e.processType,
      'safeguardingLead',
    ),
  'preparation.held': (e, f) => {
    const key = consentKey(e.participantId, 'prepare');
    return [...when(!stands(f.consent.consents[key]), 'consent', key, 'participant'), ...unsafeChannel(f, e)];
  },
  'arrangement.settled': (e) => when(!e.text, 'unsound', 'text', 'facilitator'),
};
