// An organisation that the service may share with, once there is an agreement.
import { actForm } from '../../../../command-form/act.js';

export const recordOrganisation = actForm('recordOrganisation', {
  for: ['manager'],
  backTo: '/organisations',
  words: {
    en: {
      title: 'Add an organisation',
      intro: 'Nothing is shared with it before there is an agreement.',
      name: 'Its own name',
      nameHint: 'Consents and what is shared name it so',
      regime: 'Under which law does it handle what it is given?',
      role: 'What is it for this data?',
      send: 'Add it',
    },
    cy: {
      title: 'Ychwanegu sefydliad',
      intro: 'Ni rennir dim ag ef cyn bod cytundeb.',
      name: 'Ei enw ei hun',
      nameHint: 'Felly y mae cydsyniadau a’r hyn a rennir yn ei enwi',
      regime: 'O dan ba gyfraith y mae’n trin yr hyn a gaiff?',
      role: 'Beth ydyw i’r data hwn?',
      send: 'Ei ychwanegu',
    },
  },
});
