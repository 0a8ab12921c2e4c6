// What an assessment of capacity found.
import { commandForm } from '../../../../command-form/definition.js';

export const assessCapacity = commandForm('assessCapacity', {
  about: 'participantId',
  words: {
    en: {
      decision: 'Which decision?',
      support: 'Which support was tried first?',
      againOn: 'When is it looked at again?',
      finding: 'What was found?',
    },
    cy: {
      decision: 'Pa benderfyniad?',
      support: 'Pa gymorth a roddwyd cynnig arno’n gyntaf?',
      againOn: 'Pryd y caiff ei ystyried eto?',
      finding: 'Beth a ganfuwyd?',
    },
  },
});
