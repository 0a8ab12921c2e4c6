// The mutations about closing a case and opening it again: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ClosingCommands = commandsOf({
  closeCase: 'case.closed',
  reopenCase: 'case.reopened',
});
