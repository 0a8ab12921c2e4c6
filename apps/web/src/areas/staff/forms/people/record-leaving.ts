// Somebody leaves the case; contact about it ends with that.
import { commandForm } from '../../../../command-form/definition.js';

export const recordLeaving = commandForm('recordLeaving', {
  about: 'participantId',
  words: { en: { reason: 'Why?' }, cy: { reason: 'Pam?' } },
});
