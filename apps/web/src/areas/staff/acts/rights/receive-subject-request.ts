// A person asked for what is held about them; from this day on it is due (R70).
import { actForm } from '../../../../command-form/act.js';
import { aboutPerson, personShown } from '../../../../command-form/act-person.js';

export const receiveSubjectRequest = actForm('receiveSubjectRequest', {
  ...aboutPerson,
  for: ['coordinator', 'manager'],
  backTo: '/subject-requests',
  fields: { personId: personShown },
  words: {
    en: {
      title: 'Somebody asks for what is held about them',
      intro: 'The day to answer by follows from the day on which they asked, by any way and to anybody.',
      receivedOn: 'On which day did they ask?',
      send: 'Record it',
    },
    cy: {
      title: 'Mae rhywun yn gofyn am yr hyn a gedwir amdanynt',
      intro: 'Mae’r diwrnod i ateb yn dilyn o’r diwrnod y gofynasant, mewn unrhyw ffordd ac i unrhyw un.',
      receivedOn: 'Ar ba ddiwrnod y gofynasant?',
      send: 'Ei gofnodi',
    },
  },
});
