// Whether somebody may be approached, where the referral did not say.
import { commandForm } from '../../../../command-form/definition.js';

export const confirmApproach = commandForm('confirmApproach', {
  about: 'participantId',
  words: {
    en: { basis: 'May they be approached?', source: 'Who says so?', reason: 'Why?' },
    cy: { basis: 'A ellir mynd atynt?', source: 'Pwy sy’n dweud hynny?', reason: 'Pam?' },
  },
});
