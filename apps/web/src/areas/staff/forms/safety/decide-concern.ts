// What is decided about a concern, by safeguarding.
import { openConcerns } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const decideConcern = commandForm('decideConcern', {
  about: 'concernId',
  show: ['decision', 'reason'],
  fields: { concernId: { from: openConcerns } },
  words: {
    en: { concernId: 'Which concern?', decision: 'What happens now?', reason: 'Why?' },
    cy: { concernId: 'Pa bryder?', decision: 'Beth sy’n digwydd nawr?', reason: 'Pam?' },
  },
});
