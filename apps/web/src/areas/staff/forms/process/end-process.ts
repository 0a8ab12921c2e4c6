// A process ends; what follows it stays to be done.
import { commandForm } from '../../../../command-form/definition.js';

export const endProcess = commandForm('endProcess', {
  words: {
    en: { reason: 'Why?', side: 'Whose decision was it?' },
    cy: { reason: 'Pam?', side: 'Penderfyniad pwy oedd e?' },
  },
});
