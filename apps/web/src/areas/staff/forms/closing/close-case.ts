// The case closes; those in it are told.
import { commandForm } from '../../../../command-form/definition.js';

export const closeCase = commandForm('closeCase', {
  words: {
    en: { reason: 'Why?', side: 'Whose decision was it?' },
    cy: { reason: 'Pam?', side: 'Penderfyniad pwy oedd e?' },
  },
});
