// Custody or licence has ended.
import { commandForm } from '../../../../command-form/definition.js';

export const endCustody = commandForm('endCustody', {
  about: 'participantId',
  words: { en: {}, cy: {} },
});
