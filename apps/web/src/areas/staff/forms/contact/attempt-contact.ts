// The note of a contact: three questions, so that it is done on a phone in a corridor.
import { commandForm } from '../../../../command-form/definition.js';

export const attemptContact = commandForm('attemptContact', {
  about: 'participantId',
  show: ['channel', 'outcome', 'aim', 'on'],
  words: {
    en: {
      send: 'Save this contact',
      channel: 'How did you try?',
      outcome: 'How did it go?',
      outcome_unsafeHint: 'The way you used is frozen at once, and safeguarding hears of it',
      aim: 'What was it for?',
    },
    cy: {
      send: 'Cadw’r cyswllt hwn',
      channel: 'Sut wnaethoch chi geisio?',
      outcome: 'Sut aeth hi?',
      outcome_unsafeHint: 'Caiff y ffordd a ddefnyddioch ei rhewi ar unwaith, a chaiff diogelu wybod',
      aim: 'I beth oedd e?',
    },
  },
});
