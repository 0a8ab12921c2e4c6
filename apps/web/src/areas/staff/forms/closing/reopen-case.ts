// A closed case opens again.
import { commandForm } from '../../../../command-form/definition.js';

export const reopenCase = commandForm('reopenCase', {
  words: {
    en: { beginAgain: 'Does it begin anew?', reason: 'Why?' },
    cy: { beginAgain: 'A yw’n dechrau o’r newydd?', reason: 'Pam?' },
  },
});
