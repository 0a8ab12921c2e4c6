// A facilitator is asked to take the case: they see the reference and the names, and say whether they are connected.
import { candidates, oneDuty } from '../../../../command-form/duties.js';
import { commandForm } from '../../../../command-form/definition.js';

export const askFacilitator = commandForm('askFacilitator', {
  about: 'duty',
  subject: oneDuty,
  readsCandidates: true,
  show: ['staffId'],
  fields: { staffId: { from: candidates, control: 'radios' } },
  words: {
    en: { staffId: 'Who is asked?' },
    cy: { staffId: 'Pwy a ofynnir?' },
  },
});
