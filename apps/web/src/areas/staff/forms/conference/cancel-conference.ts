// The meeting is called off: those who were to come are told.
import { commandForm } from '../../../../command-form/definition.js';

export const cancelConference = commandForm('cancelConference', {
  words: { en: { reason: 'Why?' }, cy: { reason: 'Pam?' } },
});
