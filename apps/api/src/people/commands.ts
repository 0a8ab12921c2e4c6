// The mutations about who takes part: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const PeopleCommands = commandsOf({
  addParticipant: 'participant.joined',
  recordLeaving: 'participant.left',
  confirmAge: 'age.confirmed',
  confirmApproach: 'approach.confirmed',
  nameAppropriateAdult: 'appropriateAdult.named',
  confirmIdentity: 'identity.confirmed',
  tellName: 'name.told',
});
