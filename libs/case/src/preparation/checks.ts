// What makes an event of preparation incomplete or wrong.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { unsafeChannel } from '../contact/checks.js';
import { adultBeside } from '../people/appropriate-adult.js';
import { isMinor } from '../process/seats.js';
import type { PreparationEvents } from './facts.js';

export const checks: Checks<PreparationEvents> = {
  // R93: nobody under 18 is prepared without the adult who stands beside them
  'preparation.held': (e, f) => {
    const beside = adultBeside(f, e.participantId, e.processId);
    const alone = isMinor(f, e.participantId) && (beside === null || e.adultId !== beside);
    return [...unsafeChannel(f, e), ...when(alone, 'unsound', 'adultId', 'facilitator')];
  },
  'arrangement.settled': (e) => when(!e.text, 'unsound', 'text', 'facilitator'),
};
