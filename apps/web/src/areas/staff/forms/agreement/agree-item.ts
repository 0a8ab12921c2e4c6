// An item is agreed by those it is between.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const agreeItem = commandForm('agreeItem', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: { en: { itemId: 'Which item?' }, cy: { itemId: 'Pa eitem?' } },
});
