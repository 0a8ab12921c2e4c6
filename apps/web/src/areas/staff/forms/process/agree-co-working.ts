// Which facilitator does what.
import { commandForm } from '../../../../command-form/definition.js';

export const agreeCoWorking = commandForm('agreeCoWorking', {
  words: { en: { text: 'Who does what?' }, cy: { text: 'Pwy sy’n gwneud beth?' } },
});
