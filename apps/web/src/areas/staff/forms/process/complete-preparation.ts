// Everybody is prepared.
import { commandForm } from '../../../../command-form/definition.js';

export const completePreparation = commandForm('completePreparation', {
  words: { en: {}, cy: {} },
});
