// Somebody steps out of the meeting.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const stepOut = commandForm('stepOut', {
  about: 'participantId',
  atOnce: true,
  fields: { participantId: { from: members } },
  words: { en: {}, cy: {} },
});
