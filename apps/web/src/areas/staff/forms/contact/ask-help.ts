// What somebody asks for by telephone or in person, as they would on their own page.
import { commandForm } from '../../../../command-form/definition.js';

export const askHelp = commandForm('askHelp', {
  about: 'participantId',
  words: {
    en: { kind: 'What do they ask for?', text: 'In their words' },
    cy: { kind: 'Beth maent yn gofyn amdano?', text: 'Yn eu geiriau nhw' },
  },
});
