// A manager or safeguarding lead has looked at the reason for which a case was opened in an emergency.
import { actForm } from '../../../../command-form/act.js';

export const acknowledgeEmergency = actForm('acknowledgeEmergency', {
  for: ['manager', 'safeguardingLead'],
  backTo: '/emergencies',
  about: 'emergencyId',
  words: {
    en: {
      title: 'Take note of an emergency',
      intro: 'You have read why the case was opened, and asked where you had to.',
      send: 'I have taken note',
    },
    cy: {
      title: 'Nodi argyfwng',
      intro: 'Rydych wedi darllen pam yr agorwyd yr achos, ac wedi gofyn lle roedd rhaid.',
      send: 'Rwyf wedi nodi hyn',
    },
  },
});
