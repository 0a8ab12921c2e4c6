// A checkpoint is refused: those who work the case read why.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const refuseCheckpoint = commandForm('refuseCheckpoint', {
  show: ['checkpoint', 'about', 'reason'],
  fields: { about: { from: people } },
  words: {
    en: { checkpoint: 'Which checkpoint?', about: 'Is it about one person?', reason: 'Why?' },
    cy: { checkpoint: 'Pa bwynt gwirio?', about: 'A yw am un person?', reason: 'Pam?' },
  },
});
