// An authority must agree before this goes on.
import { commandForm } from '../../../../command-form/definition.js';

export const requireApproval = commandForm('requireApproval', {
  about: 'participantId',
  words: { en: {}, cy: {} },
});
