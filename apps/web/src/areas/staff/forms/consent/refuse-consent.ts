// Somebody says no: it is taken at once, without a reason.
import { commandForm } from '../../../../command-form/definition.js';
import { oneQuestion } from '../../../../command-form/questions.js';

export const refuseConsent = commandForm('refuseConsent', {
  address: 'record-no',
  about: 'participantId',
  subject: oneQuestion(),
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
