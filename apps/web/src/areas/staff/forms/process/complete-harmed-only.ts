// The work with the person harmed alone is done.
import { commandForm } from '../../../../command-form/definition.js';

export const completeHarmedOnly = commandForm('completeHarmedOnly', {
  words: { en: { needsMet: 'Which needs were met?' }, cy: { needsMet: 'Pa anghenion a ddiwallwyd?' } },
});
