// The mutations about reaching people: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ContactCommands = commandsOf({
  recordSafeContact: 'safeContact.recorded',
  clearChannel: 'channel.cleared',
  recordNeeds: 'needs.recorded',
  attemptContact: 'contact.attempted',
  statePreference: 'preference.stated',
  answerPreference: 'preference.answered',
});
