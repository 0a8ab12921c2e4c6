// Booking the meeting: when, and who comes. Those who come are told, so it is looked at before it is sent.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const bookConference = commandForm('bookConference', {
  show: ['startsAt', 'attendees'],
  fields: { attendees: { from: members } },
  words: {
    en: {
      send: 'Look at who will be told',
      startsAt: 'When does it start?',
      attendees: 'Who comes?',
    },
    cy: {
      send: 'Edrych pwy gaiff wybod',
      startsAt: 'Pryd mae’n dechrau?',
      attendees: 'Pwy sy’n dod?',
    },
  },
});
