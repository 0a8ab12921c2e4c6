// A letter or message is passed on.
import { people } from '../../../../command-form/choices.js';
import { signsTheLetter } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const passCommunication = commandForm('passCommunication', {
  about: 'communicationId',
  readsLetter: true,
  fields: { communicationId: signsTheLetter.communicationId, companions: { from: people } },
  words: {
    en: { how: 'How is it passed on?', companions: 'Who is with them?' },
    cy: {
      how: 'Sut mae’n cael ei drosglwyddo?',
      companions: 'Pwy sydd gyda nhw?',
    },
  },
});
