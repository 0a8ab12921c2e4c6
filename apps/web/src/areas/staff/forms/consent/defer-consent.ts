// Not now: the day on which they may be asked again.
import { commandForm } from '../../../../command-form/definition.js';

export const deferConsent = commandForm('deferConsent', {
  address: 'record-not-now',
  about: 'participantId',
  show: ['purpose', 'about', 'reaskOn', 'on'],
  words: {
    en: {
      purpose: 'What were they asked?',
      about: 'What is it about?',
      aboutHint: 'The kind of process or the person, where the question needs one',
      reaskOn: 'When may they be asked again?',
    },
    cy: {
      purpose: 'Beth ofynnwyd iddynt?',
      about: 'Am beth mae e?',
      aboutHint: 'Y math o broses neu’r person, lle mae ei angen ar y cwestiwn',
      reaskOn: 'Pryd y gellir gofyn iddynt eto?',
    },
  },
});
