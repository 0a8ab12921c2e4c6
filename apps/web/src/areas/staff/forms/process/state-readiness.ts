// Whether somebody says that they are ready.
import { commandForm } from '../../../../command-form/definition.js';

export const stateReadiness = commandForm('stateReadiness', {
  about: 'participantId',
  show: ['ready', 'on'],
  words: { en: { ready: 'Are they ready?' }, cy: { ready: 'A ydynt yn barod?' } },
});
