// What is decided for somebody who cannot decide it.
import { commandForm } from '../../../../command-form/definition.js';

export const decideBestInterests = commandForm('decideBestInterests', {
  about: 'participantId',
  words: {
    en: {
      decision: 'Which decision?',
      consulted: 'Who was consulted?',
      reason: 'Why is it in their best interests?',
      until: 'When does it end?',
    },
    cy: {
      decision: 'Pa benderfyniad?',
      consulted: 'Pwy yr ymgynghorwyd â nhw?',
      reason: 'Pam mae hyn er eu lles pennaf?',
      until: 'Pryd mae’n dod i ben?',
    },
  },
});
