// Somebody read the exact text: nothing in it harms.
import { signsTheLetter } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const screenCommunication = commandForm('screenCommunication', {
  about: 'communicationId',
  show: [],
  readsLetter: true,
  fields: signsTheLetter,
  words: {
    en: {
      intro: 'Read the whole text first. If it changes, it is screened again.',
    },
    cy: {
      intro: 'Darllenwch y testun cyfan yn gyntaf. Os bydd yn newid, caiff ei sgrinio eto.',
    },
  },
});
