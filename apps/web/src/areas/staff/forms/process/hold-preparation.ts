// A preparation meeting with one person.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const holdPreparation = commandForm('holdPreparation', {
  about: 'participantId',
  show: ['channel', 'adultId', 'on'],
  fields: { adultId: { from: people } },
  words: {
    en: { channel: 'How did you meet?', adultId: 'Which adult was there?' },
    cy: { channel: 'Sut wnaethoch chi gwrdd?', adultId: 'Pa oedolyn oedd yno?' },
  },
});
