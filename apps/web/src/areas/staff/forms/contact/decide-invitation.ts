// Whether a person harmed is invited, where the other side asked first.
import { commandForm } from '../../../../command-form/definition.js';

export const decideInvitation = commandForm('decideInvitation', {
  about: 'participantId',
  words: { en: { invite: 'Are they invited?', reason: 'Why?' }, cy: { invite: 'A gânt eu gwahodd?', reason: 'Pam?' } },
});
