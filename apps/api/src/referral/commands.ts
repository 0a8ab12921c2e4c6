// The mutations about the referral: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ReferralCommands = commandsOf({
  makeOffer: 'offer.made',
  decideInvitation: 'invitation.decided',
  recordAcknowledgement: 'acknowledgement.recorded',
  recordInitiative: 'initiative.recorded',
  tellInterest: 'interest.told',
  updateJusticeStage: 'justice.updated',
  decideSuitability: 'suitability.decided',
});
