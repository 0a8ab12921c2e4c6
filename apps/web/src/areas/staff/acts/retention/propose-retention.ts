// What is due for removal now is proposed as a fixed list; another manager approves it.
import { actForm } from '../../../../command-form/act.js';

export const proposeRetention = actForm('proposeRetention', {
  for: ['manager'],
  backTo: '/retention',
  words: {
    en: {
      title: 'Propose what is due for removal',
      intro:
        'The list is fixed as it is now, for 14 days, instead of what was proposed before. Another manager approves it.',
      send: 'Propose it',
    },
    cy: {
      title: 'Cynnig yr hyn sydd i’w dynnu',
      intro:
        'Mae’r rhestr yn sefydlog fel y mae nawr, am 14 diwrnod, yn lle’r hyn a gynigiwyd o’r blaen. Mae rheolwr arall yn ei chymeradwyo.',
      send: 'Ei gynnig',
    },
  },
});
