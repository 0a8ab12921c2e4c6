// Somebody no longer acknowledges the basic facts.
import { commandForm } from '../../../../command-form/definition.js';

export const takeBackAcknowledgement = commandForm('takeBackAcknowledgement', {
  about: 'participantId',
  atOnce: true,
  words: { en: { reason: 'Why?' }, cy: { reason: 'Pam?' } },
});
