// The mutations about preparation: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const PreparationCommands = commandsOf({
  chooseProcess: 'process.chosen',
  holdPreparation: 'preparation.held',
  stateReadiness: 'readiness.stated',
  settleArrangement: 'arrangement.settled',
  agreeCoWorking: 'coWorking.agreed',
  beginPreparation: 'preparation.begun',
  completePreparation: 'preparation.completed',
});
