// Whether this is suitable, with the reason.
import { commandForm } from '../../../../command-form/definition.js';

export const decideSuitability = commandForm('decideSuitability', {
  words: { en: { suitable: 'Is it suitable?', reason: 'Why?' }, cy: { suitable: 'A yw’n addas?', reason: 'Pam?' } },
});
