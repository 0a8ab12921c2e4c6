// Somebody says no: it is taken at once, without a reason.
import { commandForm } from '../../../../command-form/definition.js';

export const refuseConsent = commandForm('refuseConsent', {
  address: 'record-no',
  about: 'participantId',
  show: ['purpose', 'about', 'on'],
  atOnce: true,
  words: {
    en: {
      purpose: 'What were they asked?',
      about: 'What is it about?',
      aboutHint: 'The kind of process or the person, where the question needs one',
    },
    cy: {
      purpose: 'Beth ofynnwyd iddynt?',
      about: 'Am beth mae e?',
      aboutHint: 'Y math o broses neu’r person, lle mae ei angen ar y cwestiwn',
    },
  },
});
