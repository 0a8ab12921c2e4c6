// An agreed item changes.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const varyItem = commandForm('varyItem', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: {
    en: { itemId: 'Which item?', dueOn: 'By which day?', text: 'What exactly?', reason: 'Why?' },
    cy: { itemId: 'Pa eitem?', dueOn: 'Erbyn pa ddiwrnod?', text: 'Beth yn union?', reason: 'Pam?' },
  },
});
