// What a child, or the adult named for the child, thinks of taking part.
import { commandForm } from '../../../../command-form/definition.js';

export const recordView = commandForm('recordView', {
  about: 'participantId',
  words: {
    en: { of: 'Whose view is it?', view: 'What do they say?' },
    cy: { of: 'Barn pwy yw hon?', view: 'Beth maen nhw’n ei ddweud?' },
  },
});
