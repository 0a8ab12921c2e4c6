// A meeting that took place, written down afterwards.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const recordConference = commandForm('recordConference', {
  show: ['on', 'endedAt', 'attended', 'how', 'aftercare'],
  fields: { attended: { from: members } },
  words: {
    en: {
      on: 'When did it begin?',
      endedAt: 'When did it end?',
      attended: 'Who was there?',
      how: 'How did it end?',
      aftercare: 'Who looks after each person now?',
    },
    cy: {
      on: 'Pryd y dechreuodd?',
      endedAt: 'Pryd y daeth i ben?',
      attended: 'Pwy oedd yno?',
      how: 'Sut daeth i ben?',
      aftercare: 'Pwy sy’n gofalu am bob person nawr?',
    },
  },
});
