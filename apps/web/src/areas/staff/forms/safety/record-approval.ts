// An authority agreed: who, where and until when.
import { commandForm } from '../../../../command-form/definition.js';

export const recordApproval = commandForm('recordApproval', {
  about: 'participantId',
  words: {
    en: { authority: 'Which authority?', place: 'Where?', until: 'Until when?' },
    cy: { authority: 'Pa awdurdod?', place: 'Ble?', until: 'Tan pryd?' },
  },
});
