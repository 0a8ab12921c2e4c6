// Asked alone: whether they want to go on.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const checkParticipant = commandForm('checkParticipant', {
  about: 'participantId',
  fields: { participantId: { from: members } },
  words: { en: { willing: 'Do they want to go on?' }, cy: { willing: 'A ydynt am barhau?' } },
});
