// It may be somebody else: contact of substance stops until it is clear.
import { commandForm } from '../../../../command-form/definition.js';

export const doubtIdentity = commandForm('doubtIdentity', {
  about: 'participantId',
  atOnce: true,
  words: { en: { reason: 'Why?' }, cy: { reason: 'Pam?' } },
});
