// The mutations about who works on a case: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const FacilitatorsCommands = commandsOf({
  askFacilitator: 'facilitator.asked',
  declareConflict: 'conflict.declared',
  assignFacilitator: 'facilitator.assigned',
  releaseFacilitator: 'facilitator.released',
});
