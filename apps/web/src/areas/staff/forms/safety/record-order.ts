// An order of a court, or a condition, that forbids contact.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const recordOrder = commandForm('recordOrder', {
  about: 'participantId',
  fields: { towards: { from: people } },
  words: {
    en: { towards: 'Towards whom?', forbids: 'What does it forbid?', from: 'From when?', until: 'Until when?' },
    cy: { towards: 'Tuag at bwy?', forbids: 'Beth mae’n ei wahardd?', from: 'O bryd?', until: 'Tan pryd?' },
  },
});
