// A letter or message is passed on.
import { people } from '../../../../command-form/choices.js';
import { letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const passCommunication = commandForm('passCommunication', {
  about: 'communicationId',
  fields: { communicationId: { from: letters }, companions: { from: people } },
  words: {
    en: { communicationId: 'Which letter or message?', how: 'How is it passed on?', companions: 'Who is with them?' },
    cy: {
      communicationId: 'Pa lythyr neu neges?',
      how: 'Sut mae’n cael ei drosglwyddo?',
      companions: 'Pwy sydd gyda nhw?',
    },
  },
});
