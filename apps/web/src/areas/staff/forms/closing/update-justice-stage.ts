// Where criminal proceedings stand.
import { commandForm } from '../../../../command-form/definition.js';

export const updateJusticeStage = commandForm('updateJusticeStage', {
  words: {
    en: { justiceStage: 'Where do they stand?', courtDate: 'When is the next hearing?' },
    cy: { justiceStage: 'Ble maen nhw arni?', courtDate: 'Pryd mae’r gwrandawiad nesaf?' },
  },
});
