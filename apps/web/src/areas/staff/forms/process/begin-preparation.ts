// Preparation begins.
import { commandForm } from '../../../../command-form/definition.js';

export const beginPreparation = commandForm('beginPreparation', {
  words: { en: {}, cy: {} },
});
