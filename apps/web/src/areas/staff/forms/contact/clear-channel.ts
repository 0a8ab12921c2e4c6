// A way of reaching somebody was frozen and is safe again.
import { commandForm } from '../../../../command-form/definition.js';

export const clearChannel = commandForm('clearChannel', {
  about: 'participantId',
  words: {
    en: { channel: 'Which way is safe again?', reason: 'Why?' },
    cy: { channel: 'Pa ffordd sy’n ddiogel eto?', reason: 'Pam?' },
  },
});
