// Whether they agreed on something.
import { commandForm } from '../../../../command-form/definition.js';

export const decideAgreement = commandForm('decideAgreement', {
  show: ['outcome', 'on'],
  words: { en: { outcome: 'What did they agree?' }, cy: { outcome: 'Beth gytunon nhw?' } },
});
