// A checkpoint is refused: those who work the case read why.
import { people } from '../../../../command-form/choices.js';
import { items, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const refuseCheckpoint = commandForm('refuseCheckpoint', {
  show: ['checkpoint', 'about', 'reason'],
  fields: { about: { from: (context) => [...people(context), ...letters(context), ...items(context)] } },
  words: {
    en: { checkpoint: 'Which checkpoint?', about: 'Is it about one person, letter or item?', reason: 'Why?' },
    cy: { checkpoint: 'Pa bwynt gwirio?', about: 'A yw am un person, llythyr neu eitem?', reason: 'Pam?' },
  },
});
