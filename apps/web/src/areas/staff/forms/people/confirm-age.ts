// Age decides which safeguards apply: confirm it from a document or a professional.
import { commandForm } from '../../../../command-form/definition.js';

export const confirmAge = commandForm('confirmAge', {
  about: 'participantId',
  words: { en: { age: 'How old are they?' }, cy: { age: 'Faint yw eu hoed?' } },
});
