// A pause of the case, or of work with one person.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const pauseCase = commandForm('pauseCase', {
  show: ['reason', 'about', 'processId'],
  atOnce: true,
  fields: { about: { from: people } },
  words: {
    en: { reason: 'Why?', about: 'Is it about one person?' },
    cy: { reason: 'Pam?', about: 'A yw am un person?' },
  },
});
