// Some members go on in a process of their own.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const splitProcess = commandForm('splitProcess', {
  fields: { move: { from: members }, also: { from: members, mayBeEmpty: true } },
  words: {
    en: { move: 'Who moves to the new process?', also: 'Who is in both?' },
    cy: { move: 'Pwy sy’n symud i’r broses newydd?', also: 'Pwy sydd yn y ddwy?' },
  },
});
