// Not now: the day on which they may be asked again.
import { commandForm } from '../../../../command-form/definition.js';
import { oneQuestion } from '../../../../command-form/questions.js';

export const deferConsent = commandForm('deferConsent', {
  address: 'record-not-now',
  about: 'participantId',
  subject: oneQuestion(),
  show: ['about', 'reaskOn', 'on'],
  fields: { purpose: { control: 'hidden' } },
  words: {
    en: {
      about: 'Which organisation, or who receives it?',
      reaskOn: 'When may they be asked again?',
    },
    cy: {
      about: 'Pa sefydliad, neu pwy sy’n ei dderbyn?',
      reaskOn: 'Pryd y gellir gofyn iddynt eto?',
    },
  },
});
