// The sender is told that it was received or read.
import { letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const tellReceipt = commandForm('tellReceipt', {
  about: 'communicationId',
  fields: { communicationId: { from: letters } },
  words: { en: { communicationId: 'Which letter or message?' }, cy: { communicationId: 'Pa lythyr neu neges?' } },
});
