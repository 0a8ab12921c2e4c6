// A second member of staff read the exact text.
import { signsTheLetter } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const secondCheckCommunication = commandForm('secondCheckCommunication', {
  about: 'communicationId',
  show: [],
  readsLetter: true,
  fields: signsTheLetter,
  words: {
    en: {
      intro: 'Read the whole text first. Whoever screened it cannot check it a second time.',
    },
    cy: {
      intro: 'Darllenwch y testun cyfan yn gyntaf. Ni all y sawl a’i sgriniodd ei wirio eilwaith.',
    },
  },
});
