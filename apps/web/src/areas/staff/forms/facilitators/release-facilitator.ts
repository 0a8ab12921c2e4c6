// A facilitator gives up the case.
import { facilitators } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const releaseFacilitator = commandForm('releaseFacilitator', {
  about: 'staffId',
  fields: { staffId: { from: facilitators } },
  words: { en: { staffId: 'Who leaves?', reason: 'Why?' }, cy: { staffId: 'Pwy sy’n gadael?', reason: 'Pam?' } },
});
