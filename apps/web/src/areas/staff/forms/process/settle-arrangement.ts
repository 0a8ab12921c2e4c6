// One thing about the meeting, settled beforehand.
import { commandForm } from '../../../../command-form/definition.js';

export const settleArrangement = commandForm('settleArrangement', {
  words: {
    en: { arrangement: 'What is settled?', text: 'How is it settled?' },
    cy: { arrangement: 'Beth sydd wedi’i drefnu?', text: 'Sut mae wedi’i drefnu?' },
  },
});
