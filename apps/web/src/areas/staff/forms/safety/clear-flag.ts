// A flag is taken away, with the reason.
import { commandForm } from '../../../../command-form/definition.js';

export const clearFlag = commandForm('clearFlag', {
  words: { en: { flag: 'Which flag?', reason: 'Why?' }, cy: { flag: 'Pa faner?', reason: 'Pam?' } },
});
