// How somebody can be reached safely: by which ways, on which days and hours, and what must not be said.
import { commandForm } from '../../../../command-form/definition.js';

const hour = { kind: 'text', required: false, list: false } as const;

export const recordSafeContact = commandForm('recordSafeContact', {
  about: 'participantId',
  show: ['channels', 'days', 'opens', 'closes', 'voicemail', 'words', 'alias', 'mustNotKnow'],
  own: {
    days: { kind: 'name', of: 'weekdays', required: false, list: true },
    opens: hour,
    closes: hour,
  },
  sends: ({ days, opens = '00:00', closes = '23:59', ...event }) => ({
    verb: 'recordSafeContact',
    event: {
      ...event,
      ...(Array.isArray(days) && { times: days.map((day: unknown) => ({ day, opens, closes })) }),
    },
  }),
  words: {
    en: {
      channels: 'Which ways are safe?',
      days: 'Is it safe on some days only?',
      daysHint: 'Leave all open if every day and hour is safe',
      opens: 'On those days, from when?',
      opensHint: 'For example 09:00',
      closes: 'On those days, until when?',
      closesHint: 'For example 17:30',
      voicemail: 'May a message be left?',
      words: 'Which words make sure that it is them?',
      alias: 'What do we call ourselves?',
      mustNotKnow: 'Who must not know of this?',
    },
    cy: {
      channels: 'Pa ffyrdd sy’n ddiogel?',
      days: 'A yw’n ddiogel ar rai diwrnodau yn unig?',
      daysHint: 'Gadewch bob un ar agor os yw pob dydd ac awr yn ddiogel',
      opens: 'Ar y diwrnodau hynny, o bryd?',
      opensHint: 'Er enghraifft 09:00',
      closes: 'Ar y diwrnodau hynny, tan pryd?',
      closesHint: 'Er enghraifft 17:30',
      voicemail: 'A ellir gadael neges?',
      words: 'Pa eiriau sy’n sicrhau mai nhw sydd yno?',
      alias: 'Beth ydym ni’n ei alw ein hunain?',
      mustNotKnow: 'Pwy na chaiff wybod am hyn?',
    },
  },
});
