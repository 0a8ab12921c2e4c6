// What the service answers to a wish about the facilitator.
import { commandForm } from '../../../../command-form/definition.js';

export const answerPreference = commandForm('answerPreference', {
  about: 'participantId',
  words: { en: { answer: 'What is the answer?' }, cy: { answer: 'Beth yw’r ateb?' } },
});
