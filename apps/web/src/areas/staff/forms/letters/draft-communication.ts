// A letter, message or script, in the words of its sender.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const draftCommunication = commandForm('draftCommunication', {
  show: ['from', 'to', 'kind', 'text'],
  fields: { from: { from: members }, to: { from: members } },
  words: {
    en: { from: 'Who is it from?', to: 'Who is it for?', kind: 'What is it?', text: 'What does it say?' },
    cy: { from: 'Gan bwy mae e?', to: 'I bwy mae e?', kind: 'Beth yw e?', text: 'Beth mae’n ei ddweud?' },
  },
});
