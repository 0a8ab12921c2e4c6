// The meeting pauses; each person is asked alone before it goes on.
import { commandForm } from '../../../../command-form/definition.js';

export const pauseSession = commandForm('pauseSession', {
  atOnce: true,
  words: {
    en: { byRole: 'Who asked for it?', reason: 'Why?', safetyStep: 'What keeps everybody safe now?' },
    cy: { byRole: 'Pwy ofynnodd amdano?', reason: 'Pam?', safetyStep: 'Beth sy’n cadw pawb yn ddiogel nawr?' },
  },
});
