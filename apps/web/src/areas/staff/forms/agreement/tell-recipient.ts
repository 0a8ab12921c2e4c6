// Whoever it is for was told what became of an item.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const tellRecipient = commandForm('tellRecipient', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: { en: { itemId: 'Which item?' }, cy: { itemId: 'Pa eitem?' } },
});
