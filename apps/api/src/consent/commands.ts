// The mutations about consent and capacity: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ConsentCommands = commandsOf({
  giveConsent: 'consent.given',
  refuseConsent: 'consent.refused',
  deferConsent: 'consent.deferred',
  withdrawConsent: 'consent.withdrawn',
  reconfirmConsent: 'consent.reconfirmed',
  doubtCapacity: 'capacity.doubted',
  assessCapacity: 'capacity.assessed',
});
