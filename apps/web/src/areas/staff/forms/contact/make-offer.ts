// The offer of information, and what they said to it.
import { commandForm } from '../../../../command-form/definition.js';

export const makeOffer = commandForm('makeOffer', {
  about: 'participantId',
  words: {
    en: {
      answer: 'What did they say?',
      language: 'In which language was it made?',
      languageHint: 'en for English, cy for Welsh',
    },
    cy: {
      answer: 'Beth ddywedon nhw?',
      language: 'Ym mha iaith y cafodd ei wneud?',
      languageHint: 'en am Saesneg, cy am Gymraeg',
    },
  },
});
