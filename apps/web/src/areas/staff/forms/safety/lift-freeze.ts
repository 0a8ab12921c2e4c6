// A pause or a stop ends.
import { freezes } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const liftFreeze = commandForm('liftFreeze', {
  about: 'freezeId',
  fields: { freezeId: { from: freezes } },
  words: { en: { freezeId: 'What ends?', reason: 'Why?' }, cy: { freezeId: 'Beth sy’n dod i ben?', reason: 'Pam?' } },
});
