// A doubt about whether somebody can decide this.
import { commandForm } from '../../../../command-form/definition.js';

export const doubtCapacity = commandForm('doubtCapacity', {
  about: 'participantId',
  atOnce: true,
  words: {
    en: { decision: 'Which decision?', intro: 'Say so whenever you doubt that they can decide this for themselves.' },
    cy: {
      decision: 'Pa benderfyniad?',
      intro: 'Dywedwch hynny pryd bynnag y byddwch yn amau a allant benderfynu hyn drostynt eu hunain.',
    },
  },
});
