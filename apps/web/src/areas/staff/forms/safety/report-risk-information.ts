// Something new about risk: what was assessed before is looked at again.
import { commandForm } from '../../../../command-form/definition.js';

export const reportRiskInformation = commandForm('reportRiskInformation', {
  about: 'participantId',
  show: ['text', 'on'],
  atOnce: true,
  words: { en: { text: 'What is new?' }, cy: { text: 'Beth sy’n newydd?' } },
});
