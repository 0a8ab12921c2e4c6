// The kind of process: consents and arrangements depend on it.
import { commandForm } from '../../../../command-form/definition.js';

export const chooseProcessType = commandForm('chooseProcessType', {
  words: { en: { processType: 'Which kind?', reason: 'Why?' }, cy: { processType: 'Pa fath?', reason: 'Pam?' } },
});
