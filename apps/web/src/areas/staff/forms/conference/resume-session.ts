// The meeting goes on.
import { commandForm } from '../../../../command-form/definition.js';

export const resumeSession = commandForm('resumeSession', {
  words: { en: {}, cy: {} },
});
