// A merge is taken back: everything is as it was before.
import { actForm } from '../../../../command-form/act.js';

export const undoMerge = actForm('undoMerge', {
  for: ['coordinator', 'manager', 'safeguardingLead'],
  backTo: '/duplicates',
  about: 'mergeId',
  words: {
    en: {
      title: 'Take a merge back',
      intro: 'The two records are two again, with all that belongs to each.',
      reason: 'Why?',
      send: 'Take it back',
    },
    cy: {
      title: 'Tynnu cyfuniad yn ôl',
      intro: 'Mae’r ddau gofnod yn ddau eto, gyda phopeth sy’n perthyn i bob un.',
      reason: 'Pam?',
      send: 'Ei dynnu’n ôl',
    },
  },
});
