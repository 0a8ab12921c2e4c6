// Asked again on the day: they still want it.
import { commandForm } from '../../../../command-form/definition.js';

export const reconfirmConsent = commandForm('reconfirmConsent', {
  about: 'participantId',
  show: ['purpose', 'about', 'on'],
  fields: { purpose: { value: () => 'takePart' } },
  words: {
    en: {
      purpose: 'What do they confirm?',
      about: 'What is it about?',
      aboutHint: 'The kind of process or the person, where the question needs one',
    },
    cy: {
      purpose: 'Beth maen nhw’n ei gadarnhau?',
      about: 'Am beth mae e?',
      aboutHint: 'Y math o broses neu’r person, lle mae ei angen ar y cwestiwn',
    },
  },
});
