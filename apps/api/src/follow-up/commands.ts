// The mutations about the time afterwards: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const FollowUpCommands = commandsOf({
  recordFollowUp: 'followUp.done',
  shareInformation: 'information.shared',
});
