// Somebody read the exact text: nothing in it harms.
import { hashOfLetter, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const screenCommunication = commandForm('screenCommunication', {
  about: 'communicationId',
  fields: { communicationId: { from: letters }, sha256: { control: 'hidden', value: hashOfLetter } },
  words: {
    en: {
      communicationId: 'Which letter or message?',
      intro: 'Read the whole text first. If it changes, it is screened again.',
    },
    cy: {
      communicationId: 'Pa lythyr neu neges?',
      intro: 'Darllenwch y testun cyfan yn gyntaf. Os bydd yn newid, caiff ei sgrinio eto.',
    },
  },
});
