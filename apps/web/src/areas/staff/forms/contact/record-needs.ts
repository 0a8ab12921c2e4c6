// What somebody needs to understand and be understood.
import { commandForm } from '../../../../command-form/definition.js';

export const recordNeeds = commandForm('recordNeeds', {
  about: 'participantId',
  fields: { language: { value: () => 'en' }, needs: { mayBeEmpty: true } },
  words: {
    en: {
      language: 'Which language do they understand best?',
      languageHint: 'en for English, cy for Welsh, pl for Polish',
      needs: 'What else do they need?',
    },
    cy: {
      language: 'Pa iaith maen nhw’n ei deall orau?',
      languageHint: 'en am Saesneg, cy am Gymraeg, pl am Bwyleg',
      needs: 'Beth arall sydd ei angen arnynt?',
    },
  },
});
