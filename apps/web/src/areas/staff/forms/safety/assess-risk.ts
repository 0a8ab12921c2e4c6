// Risks and strengths of one person, before what depends on them.
import { commandForm } from '../../../../command-form/definition.js';

export const assessRisk = commandForm('assessRisk', {
  about: 'participantId',
  words: {
    en: { level: 'What is the level of risk?', factors: 'What was looked at?', tool: 'Which tool was used?' },
    cy: { level: 'Beth yw lefel y risg?', factors: 'Beth a ystyriwyd?', tool: 'Pa offeryn a ddefnyddiwyd?' },
  },
});
