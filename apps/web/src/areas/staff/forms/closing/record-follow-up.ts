// A follow-up contact, and how they are.
import { commandForm } from '../../../../command-form/definition.js';

export const recordFollowUp = commandForm('recordFollowUp', {
  about: 'participantId',
  show: ['point', 'outcome', 'early', 'on'],
  words: {
    en: { point: 'Which follow-up is it?', outcome: 'How did it go?', early: 'Why is it early?' },
    cy: { point: 'Pa ddilyniant yw e?', outcome: 'Sut aeth hi?', early: 'Pam mae’n gynnar?' },
  },
});
