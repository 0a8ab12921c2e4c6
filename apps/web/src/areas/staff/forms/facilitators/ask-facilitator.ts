// A facilitator is asked to take the case: they see the reference and the names, and say whether they are connected.
import { commandForm } from '../../../../command-form/definition.js';
import { colleagues } from '../../../../command-form/things.js';

export const askFacilitator = commandForm('askFacilitator', {
  namesColleagues: true,
  fields: { staffId: { from: colleagues } },
  words: {
    en: { staffId: 'Who is asked?', duty: 'To do what?' },
    cy: { staffId: 'Pwy a ofynnir?', duty: 'I wneud beth?' },
  },
});
