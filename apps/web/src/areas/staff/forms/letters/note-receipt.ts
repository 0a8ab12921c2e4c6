// It was received, or read.
import { members } from '../../../../command-form/choices.js';
import { letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const noteReceipt = commandForm('noteReceipt', {
  about: 'communicationId',
  fields: { communicationId: { from: letters }, participantId: { from: members } },
  words: {
    en: { communicationId: 'Which letter or message?', receipt: 'What do you know?' },
    cy: { communicationId: 'Pa lythyr neu neges?', receipt: 'Beth ydych chi’n ei wybod?' },
  },
});
