// Who asked for this first.
import { commandForm } from '../../../../command-form/definition.js';

export const recordInitiative = commandForm('recordInitiative', {
  about: 'participantId',
  words: { en: { source: 'Who told you?', reason: 'Why?' }, cy: { source: 'Pwy ddywedodd wrthych?', reason: 'Pam?' } },
});
