// What somebody is answered who asked for something; they read it on their own page.
import { commandForm } from '../../../../command-form/definition.js';

export const answerHelp = commandForm('answerHelp', {
  about: 'participantId',
  words: {
    en: { kind: 'What did they ask for?', answer: 'What is the answer?', answerHint: 'They read it on their own page' },
    cy: {
      kind: 'Beth y gofynasant amdano?',
      answer: 'Beth yw’r ateb?',
      answerHint: 'Maent yn ei ddarllen ar eu tudalen eu hunain',
    },
  },
});
