// One person learns that another is interested, who agreed to it.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const tellInterest = commandForm('tellInterest', {
  about: 'participantId',
  fields: { to: { from: people } },
  words: { en: { to: 'Who is told?' }, cy: { to: 'Pwy gaiff wybod?' } },
});
