// How somebody can be reached safely: by which ways, on which days and hours, and what must not be said.
import { commandForm } from '../../../../command-form/definition.js';

const hour = { kind: 'time', required: false, list: false } as const;

export const recordSafeContact = commandForm('recordSafeContact', {
  about: 'participantId',
  show: ['channels', 'days', 'opens', 'closes', 'voicemail', 'words', 'alias', 'mustNotKnow'],
  own: {
    days: { kind: 'name', of: 'weekdays', required: false, list: true },
    opens: hour,
    closes: hour,
  },
  // Without times it is safe at any time: hours that belong to no day, or that never end, must not come to mean that.
  together: ({ days, opens, closes }) => ({
    ...(days === undefined && (opens ?? closes) !== undefined && { days: 'days_needed' }),
    ...(opens === undefined && closes !== undefined && { opens: 'opens_needed' }),
    ...(opens !== undefined && closes === undefined && { closes: 'closes_needed' }),
    ...(typeof opens === 'string' && typeof closes === 'string' && opens >= closes && { closes: 'closes_later' }),
  }),
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
      daysHint: 'Choose none only if every day and hour is safe. Choose all seven if the hours are the same every day',
      days_needed: 'Choose the days on which these hours are safe',
      opens: 'On those days, from when?',
      opensHint: 'For example 09:00. Leave both hours empty if the whole of those days is safe',
      opens_needed: 'Give the hour from which it is safe',
      closes: 'On those days, until when?',
      closesHint: 'For example 17:30',
      closes_needed: 'Give the hour until which it is safe',
      closes_later: 'Give an hour later than the one from which it is safe, on the same day',
      voicemail: 'May a message be left?',
      words: 'Which words make sure that it is them?',
      alias: 'What do we call ourselves?',
      mustNotKnow: 'Who must not know of this?',
    },
    cy: {
      channels: 'Pa ffyrdd sy’n ddiogel?',
      days: 'A yw’n ddiogel ar rai diwrnodau yn unig?',
      daysHint:
        'Peidiwch â dewis dim oni bai bod pob dydd ac awr yn ddiogel. Dewiswch y saith os yw’r oriau yr un fath bob dydd',
      days_needed: 'Dewiswch y diwrnodau y mae’r oriau hyn yn ddiogel',
      opens: 'Ar y diwrnodau hynny, o bryd?',
      opensHint: 'Er enghraifft 09:00. Gadewch y ddwy awr yn wag os yw’r diwrnodau hynny’n ddiogel drwyddynt',
      opens_needed: 'Rhowch yr awr y mae’n ddiogel ohoni',
      closes: 'Ar y diwrnodau hynny, tan pryd?',
      closesHint: 'Er enghraifft 17:30',
      closes_needed: 'Rhowch yr awr y mae’n ddiogel hyd ati',
      closes_later: 'Rhowch awr sy’n hwyrach na’r un y mae’n ddiogel ohoni, ar yr un diwrnod',
      voicemail: 'A ellir gadael neges?',
      words: 'Pa eiriau sy’n sicrhau mai nhw sydd yno?',
      alias: 'Beth ydym ni’n ei alw ein hunain?',
      mustNotKnow: 'Pwy na chaiff wybod am hyn?',
    },
  },
});
