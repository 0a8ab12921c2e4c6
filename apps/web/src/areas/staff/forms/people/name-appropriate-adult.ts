// The adult who stands beside a child.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const nameAppropriateAdult = commandForm('nameAppropriateAdult', {
  about: 'participantId',
  fields: { adultId: { from: people } },
  words: { en: { adultId: 'Who is the adult?' }, cy: { adultId: 'Pwy yw’r oedolyn?' } },
});
