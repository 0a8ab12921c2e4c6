// The mutations about words that pass between the sides: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ExchangeCommands = commandsOf({
  draftWords: 'words.drafted',
  agreeWords: 'words.agreed',
  screenWords: 'words.screened',
  secondCheckWords: 'words.secondChecked',
  holdWords: 'words.held',
  passWords: 'words.passed',
  noteReceipt: 'words.receiptNoted',
  tellReceipt: 'words.receiptTold',
});
