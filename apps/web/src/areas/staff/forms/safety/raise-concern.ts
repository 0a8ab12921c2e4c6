// Raising a concern: one question, sent at once; contact of substance and progress freeze until it is decided.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const raiseConcern = commandForm('raiseConcern', {
  show: ['text', 'about', 'processId', 'on'],
  atOnce: true,
  fields: { about: { from: people } },
  words: {
    en: {
      intro: 'In danger now? Call 999 first. This stops contact and progress until the safeguarding lead has decided.',
      send: 'Raise this concern',
      text: 'What worries you?',
      textHint: 'Only the safeguarding lead and those who decide with them read this',
      about: 'Is it about one person?',
      aboutHint: 'Leave this open if it is about nobody alone',
    },
    cy: {
      intro:
        'Mewn perygl nawr? Ffoniwch 999 yn gyntaf. Mae hyn yn atal cyswllt a chynnydd nes i’r arweinydd diogelu benderfynu.',
      send: 'Codi’r pryder hwn',
      text: 'Beth sy’n eich poeni?',
      textHint: 'Dim ond yr arweinydd diogelu a’r rhai sy’n penderfynu gyda nhw sy’n darllen hwn',
      about: 'A yw am un person?',
      aboutHint: 'Gadewch hwn ar agor os nad yw am neb yn unig',
    },
  },
});
