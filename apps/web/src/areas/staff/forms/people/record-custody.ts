// Custody or licence: an authority must give leave for contact.
import { commandForm } from '../../../../command-form/definition.js';

export const recordCustody = commandForm('recordCustody', {
  about: 'participantId',
  words: {
    en: { kind: 'What holds them?', authority: 'Which authority decides?', place: 'Where?', until: 'Until when?' },
    cy: { kind: 'Beth sy’n eu dal?', authority: 'Pa awdurdod sy’n penderfynu?', place: 'Ble?', until: 'Tan pryd?' },
  },
});
