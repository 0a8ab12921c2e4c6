// What makes an event of preparation incomplete or wrong.
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { unsafeChannel } from '../contact/checks.js';
import { isMinor } from '../process/seats.js';
import type { PreparationEvents } from './facts.js';

export const checks: Checks<PreparationEvents> = {
  // R93: nobody under 18 is prepared without the adult who is named for them
  'preparation.held': (e, f) => {
    const adult = f.people.appropriateAdults[e.participantId];
    return [
      ...unsafeChannel(f, e),
      ...when(isMinor(f, e.participantId) && e.adultId !== adult, 'unsound', 'adultId', 'facilitator'),
    ];
  },
  'arrangement.settled': (e) => when(!e.text, 'unsound', 'text', 'facilitator'),
};
