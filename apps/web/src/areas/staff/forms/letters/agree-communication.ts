// The sender agrees to the exact text.
import { members } from '../../../../command-form/choices.js';
import { hashOfLetter, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const agreeCommunication = commandForm('agreeCommunication', {
  about: 'communicationId',
  fields: {
    communicationId: { from: letters },
    sha256: { control: 'hidden', value: hashOfLetter },
    participantId: { from: members },
  },
  words: { en: { communicationId: 'Which letter or message?' }, cy: { communicationId: 'Pa lythyr neu neges?' } },
});
