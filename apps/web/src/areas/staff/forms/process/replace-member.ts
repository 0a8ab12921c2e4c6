// Somebody takes the place of another in a process.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const replaceMember = commandForm('replaceMember', {
  about: 'participantId',
  fields: { newParticipantId: { from: people } },
  words: { en: { newParticipantId: 'Who takes their place?' }, cy: { newParticipantId: 'Pwy sy’n cymryd eu lle?' } },
});
