// Asked again on the day: they still want it.
import { commandForm } from '../../../../command-form/definition.js';
import { oneQuestion } from '../../../../command-form/questions.js';

export const reconfirmConsent = commandForm('reconfirmConsent', {
  about: 'participantId',
  subject: oneQuestion((one) => one?.answer === 'given' && one.purpose === 'takePart'),
  show: ['about', 'on'],
  fields: { purpose: { control: 'hidden' } },
  words: {
    en: {
      about: 'Which organisation, or who receives it?',
    },
    cy: {
      about: 'Pa sefydliad, neu pwy sy’n ei dderbyn?',
    },
  },
});
