// What became of an item.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const recordProgress = commandForm('recordProgress', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: {
    en: { itemId: 'Which item?', outcome: 'What became of it?' },
    cy: { itemId: 'Pa eitem?', outcome: 'Beth ddaeth ohono?' },
  },
});
