// What was shared with another organisation.
import { commandForm } from '../../../../command-form/definition.js';

export const shareInformation = commandForm('shareInformation', {
  about: 'participantId',
  words: {
    en: {
      organisation: 'With which organisation?',
      what: 'What was shared?',
      told: 'Do they know that it was shared?',
    },
    cy: { organisation: 'Gyda pha sefydliad?', what: 'Beth a rannwyd?', told: 'A ydynt yn gwybod iddo gael ei rannu?' },
  },
});
