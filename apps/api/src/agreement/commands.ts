// The mutations about what people agree to do: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const AgreementCommands = commandsOf({
  decideAgreement: 'agreement.decided',
  proposeItem: 'item.proposed',
  checkItem: 'item.checked',
  agreeItem: 'item.agreed',
  varyItem: 'item.varied',
  recordProgress: 'item.progressed',
  tellRecipient: 'item.recipientTold',
  reportBreach: 'breach.reported',
});
