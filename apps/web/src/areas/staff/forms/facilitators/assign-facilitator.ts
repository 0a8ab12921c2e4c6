// A facilitator has the case from now on; what speaks against it is overridden only with a reason.
import { candidates, oneDuty } from '../../../../command-form/duties.js';
import { commandForm } from '../../../../command-form/definition.js';

export const assignFacilitator = commandForm('assignFacilitator', {
  about: 'duty',
  subject: oneDuty,
  readsCandidates: true,
  show: ['staffId', 'reason'],
  own: { reason: { kind: 'words', required: false, list: false } },
  fields: { staffId: { from: candidates, control: 'radios' } },
  sends: ({ reason, ...event }) => ({
    verb: 'assignFacilitator',
    event: { ...event, ...(reason !== undefined && { override: { reason } }) },
  }),
  words: {
    en: {
      staffId: 'Who has the case?',
      reason: 'Why, if something speaks against it?',
      reasonHint: 'Only where they were refused, and you may decide otherwise',
    },
    cy: {
      staffId: 'Pwy sydd â’r achos?',
      reason: 'Pam, os oes rhywbeth yn erbyn hynny?',
      reasonHint: 'Dim ond lle cawsant eu gwrthod, a lle cewch chi benderfynu’n wahanol',
    },
  },
});
