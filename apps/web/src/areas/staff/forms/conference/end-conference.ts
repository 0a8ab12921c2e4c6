// How the meeting ended, and who looks after whom.
import { commandForm } from '../../../../command-form/definition.js';

export const endConference = commandForm('endConference', {
  show: ['how', 'aftercare', 'on'],
  words: {
    en: { how: 'How did it end?', aftercare: 'Who looks after each person now?' },
    cy: { how: 'Sut daeth i ben?', aftercare: 'Pwy sy’n gofalu am bob person nawr?' },
  },
});
