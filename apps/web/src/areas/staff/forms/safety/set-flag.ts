// A flag that asks for further safeguards.
import { commandForm } from '../../../../command-form/definition.js';

export const setFlag = commandForm('setFlag', {
  atOnce: true,
  words: { en: { flag: 'Which flag?' }, cy: { flag: 'Pa faner?' } },
});
