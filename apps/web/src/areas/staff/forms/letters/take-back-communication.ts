// The sender holds it back: it is taken at once.
import { members } from '../../../../command-form/choices.js';
import { letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const takeBackCommunication = commandForm('takeBackCommunication', {
  about: 'communicationId',
  fields: { communicationId: { from: letters }, participantId: { from: members } },
  atOnce: true,
  words: { en: { communicationId: 'Which letter or message?' }, cy: { communicationId: 'Pa lythyr neu neges?' } },
});
