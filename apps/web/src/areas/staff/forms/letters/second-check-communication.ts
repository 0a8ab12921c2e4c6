// A second member of staff read the exact text.
import { hashOfLetter, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const secondCheckCommunication = commandForm('secondCheckCommunication', {
  about: 'communicationId',
  fields: { communicationId: { from: letters }, sha256: { control: 'hidden', value: hashOfLetter } },
  words: {
    en: {
      communicationId: 'Which letter or message?',
      intro: 'Read the whole text first. Whoever screened it cannot check it a second time.',
    },
    cy: {
      communicationId: 'Pa lythyr neu neges?',
      intro: 'Darllenwch y testun cyfan yn gyntaf. Ni all y sawl a’i sgriniodd ei wirio eilwaith.',
    },
  },
});
