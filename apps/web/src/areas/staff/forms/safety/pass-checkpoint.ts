// A checkpoint is signed by whoever may sign it.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const passCheckpoint = commandForm('passCheckpoint', {
  show: ['checkpoint', 'about', 'on'],
  fields: { about: { from: people } },
  words: {
    en: { checkpoint: 'Which checkpoint?', about: 'Is it about one person?' },
    cy: { checkpoint: 'Pa bwynt gwirio?', about: 'A yw am un person?' },
  },
});
