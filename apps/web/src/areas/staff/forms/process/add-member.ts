// Somebody joins a process.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const addMember = commandForm('addMember', {
  fields: { of: { from: members } },
  words: {
    en: { part: 'What is their part?', of: 'With whom?', required: 'Do they take part only together?' },
    cy: { part: 'Beth yw eu rhan?', of: 'Gyda phwy?', required: 'A ydynt yn cymryd rhan gyda’i gilydd yn unig?' },
  },
});
