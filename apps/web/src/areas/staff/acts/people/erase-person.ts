// A person is erased for good.
import { actForm } from '../../../../command-form/act.js';
import { aboutPerson, personShown } from '../../../../command-form/act-person.js';

export const erasePerson = actForm('erasePerson', {
  ...aboutPerson,
  for: ['manager'],
  backTo: '/cases',
  fields: { personId: personShown },
  words: {
    en: {
      title: 'Erase a person',
      intro:
        'What is held about them is unreadable for good, in every copy. The cases stay whole without it. It cannot be taken back.',
      reason: 'Why?',
      send: 'Erase them for good',
    },
    cy: {
      title: 'Dileu person',
      intro:
        'Ni ellir byth ddarllen yr hyn a gedwir amdanynt, ym mhob copi. Mae’r achosion yn aros yn gyfan hebddo. Ni ellir ei dynnu’n ôl.',
      reason: 'Pam?',
      send: 'Eu dileu am byth',
    },
  },
});
