// One person learns the name of another, who agreed to it.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const tellName = commandForm('tellName', {
  about: 'participantId',
  fields: { to: { from: people } },
  words: { en: { to: 'Who is told?' }, cy: { to: 'Pwy gaiff wybod?' } },
});
