// The basic facts are acknowledged, in the words used.
import { commandForm } from '../../../../command-form/definition.js';

export const recordAcknowledgement = commandForm('recordAcknowledgement', {
  about: 'participantId',
  words: { en: { how: 'How did they say it?' }, cy: { how: 'Sut ddywedon nhw hynny?' } },
});
