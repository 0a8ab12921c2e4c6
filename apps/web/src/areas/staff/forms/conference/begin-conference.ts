// Who has arrived; the meeting begins.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const beginConference = commandForm('beginConference', {
  fields: { attended: { from: members } },
  words: { en: { attended: 'Who is here?' }, cy: { attended: 'Pwy sydd yma?' } },
});
