// What was decided for somebody ends before its day.
import { commandForm } from '../../../../command-form/definition.js';

export const endBestInterests = commandForm('endBestInterests', {
  about: 'participantId',
  words: {
    en: { decision: 'Which decision?', reason: 'Why does it end?' },
    cy: { decision: 'Pa benderfyniad?', reason: 'Pam mae’n dod i ben?' },
  },
});
