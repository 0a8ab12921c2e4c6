// The referrer hears that something was not kept.
import { items } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const reportNotKept = commandForm('reportNotKept', {
  about: 'itemId',
  fields: { itemId: { from: items } },
  words: {
    en: { itemId: 'Which item?', recipient: 'Who is told?', ground: 'Why are they told?' },
    cy: { itemId: 'Pa eitem?', recipient: 'Pwy gaiff wybod?', ground: 'Pam maen nhw’n cael gwybod?' },
  },
});
