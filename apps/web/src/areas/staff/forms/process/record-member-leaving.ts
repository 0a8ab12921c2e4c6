// Somebody leaves a process and stays in the case.
import { commandForm } from '../../../../command-form/definition.js';

export const recordMemberLeaving = commandForm('recordMemberLeaving', {
  about: 'participantId',
  words: { en: { reason: 'Why?' }, cy: { reason: 'Pam?' } },
});
