// What somebody wishes of their facilitator.
import { commandForm } from '../../../../command-form/definition.js';

export const statePreference = commandForm('statePreference', {
  about: 'participantId',
  words: { en: { wish: 'What do they wish?' }, cy: { wish: 'Beth yw eu dymuniad?' } },
});
