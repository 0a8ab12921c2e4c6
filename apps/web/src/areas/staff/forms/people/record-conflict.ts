// A conflict of interest between somebody and another person in the case.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const recordConflict = commandForm('recordConflict', {
  about: 'participantId',
  fields: { with: { from: people } },
  words: {
    en: { with: 'With whom?', kind: 'What kind of conflict is it?', reason: 'Why?' },
    cy: { with: 'Gyda phwy?', kind: 'Pa fath o wrthdaro yw e?', reason: 'Pam?' },
  },
});
