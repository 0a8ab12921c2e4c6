// A legal hold is lifted.
import { actForm } from '../../../../command-form/act.js';

export const liftLegalHold = actForm('liftLegalHold', {
  for: ['manager', 'safeguardingLead'],
  backTo: '/holds',
  about: 'holdId',
  words: {
    en: {
      title: 'Lift a legal hold',
      intro: 'What it covered can be erased again when it is due.',
      reason: 'Why is it lifted?',
      send: 'Lift it',
    },
    cy: {
      title: 'Codi dal cyfreithiol',
      intro: 'Gellir dileu’r hyn yr oedd yn ei gwmpasu eto pan ddaw’n ddyledus.',
      reason: 'Pam y caiff ei godi?',
      send: 'Ei godi',
    },
  },
});
