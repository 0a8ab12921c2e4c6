// A checkpoint is signed by whoever may sign it.
import { people } from '../../../../command-form/choices.js';
import { items, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const passCheckpoint = commandForm('passCheckpoint', {
  show: ['checkpoint', 'about', 'on'],
  fields: { about: { from: (context) => [...people(context), ...letters(context), ...items(context)] } },
  words: {
    en: { checkpoint: 'Which checkpoint?', about: 'Is it about one person, letter or item?' },
    cy: { checkpoint: 'Pa bwynt gwirio?', about: 'A yw am un person, llythyr neu eitem?' },
  },
});
