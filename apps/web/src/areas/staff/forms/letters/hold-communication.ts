// A letter or message is held back, with the reason.
import { letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const holdCommunication = commandForm('holdCommunication', {
  about: 'communicationId',
  fields: { communicationId: { from: letters } },
  words: {
    en: { communicationId: 'Which letter or message?', reason: 'Why?' },
    cy: { communicationId: 'Pa lythyr neu neges?', reason: 'Pam?' },
  },
});
