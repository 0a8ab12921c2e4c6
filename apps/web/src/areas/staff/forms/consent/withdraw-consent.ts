// A consent is taken back: it is taken at once, and what rests on it stops.
import { commandForm } from '../../../../command-form/definition.js';

export const withdrawConsent = commandForm('withdrawConsent', {
  about: 'participantId',
  show: ['purpose', 'about', 'on'],
  atOnce: true,
  words: {
    en: {
      purpose: 'What do they take back?',
      about: 'What is it about?',
      aboutHint: 'The kind of process or the person, where the question needs one',
    },
    cy: {
      purpose: 'Beth maen nhw’n ei dynnu’n ôl?',
      about: 'Am beth mae e?',
      aboutHint: 'Y math o broses neu’r person, lle mae ei angen ar y cwestiwn',
    },
  },
});
