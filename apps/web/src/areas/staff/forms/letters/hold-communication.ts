// A letter or message is held back, with the reason.
import { signsTheLetter } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const holdCommunication = commandForm('holdCommunication', {
  about: 'communicationId',
  readsLetter: true,
  fields: { communicationId: signsTheLetter.communicationId },
  words: {
    en: { reason: 'Why?' },
    cy: { reason: 'Pam?' },
  },
});
