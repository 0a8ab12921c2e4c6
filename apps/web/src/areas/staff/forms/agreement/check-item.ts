// Whether an item is fair to what happened, and can be done.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const checkItem = commandForm('checkItem', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: {
    en: { itemId: 'Which item?', proportionate: 'Is it proportionate?', changed: 'Was it changed?', reason: 'Why?' },
    cy: { itemId: 'Pa eitem?', proportionate: 'A yw’n gymesur?', changed: 'A gafodd ei newid?', reason: 'Pam?' },
  },
});
