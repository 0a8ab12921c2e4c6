// What a review found of a step taken against the usual way.
import { deviations } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const reviewDeviation = commandForm('reviewDeviation', {
  about: 'deviationId',
  fields: { deviationId: { from: deviations } },
  words: {
    en: { deviationId: 'Which deviation?', finding: 'What did you find?' },
    cy: { deviationId: 'Pa wyriad?', finding: 'Beth wnaethoch chi ei ganfod?' },
  },
});
