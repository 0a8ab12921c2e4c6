// A facilitator has the case from now on; what speaks against it is overridden only with a reason.
import { commandForm } from '../../../../command-form/definition.js';
import { colleagues } from '../../../../command-form/things.js';

export const assignFacilitator = commandForm('assignFacilitator', {
  namesColleagues: true,
  show: ['staffId', 'duty', 'reason'],
  own: { reason: { kind: 'words', required: false, list: false } },
  fields: { staffId: { from: colleagues } },
  sends: ({ reason, ...event }) => ({
    verb: 'assignFacilitator',
    event: { ...event, ...(reason !== undefined && { override: { reason } }) },
  }),
  words: {
    en: {
      staffId: 'Who has the case?',
      duty: 'To do what?',
      reason: 'Why, if something speaks against it?',
      reasonHint: 'Only where they were refused, and you may decide otherwise',
    },
    cy: {
      staffId: 'Pwy sydd â’r achos?',
      duty: 'I wneud beth?',
      reason: 'Pam, os oes rhywbeth yn erbyn hynny?',
      reasonHint: 'Dim ond lle cawsant eu gwrthod, a lle cewch chi benderfynu’n wahanol',
    },
  },
});
