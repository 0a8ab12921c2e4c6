// A consent is taken back: it is taken at once, and what rests on it stops.
import { commandForm } from '../../../../command-form/definition.js';
import { oneQuestion } from '../../../../command-form/questions.js';

export const withdrawConsent = commandForm('withdrawConsent', {
  about: 'participantId',
  subject: oneQuestion((one) => one?.answer === 'given'),
  show: ['about', 'on'],
  fields: { purpose: { control: 'hidden' } },
  atOnce: true,
  words: {
    en: {
      about: 'Which organisation, or who receives it?',
    },
    cy: {
      about: 'Pa sefydliad, neu pwy sy’n ei dderbyn?',
    },
  },
});
