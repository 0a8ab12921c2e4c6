// The picture of the practice, drawn once for a process: stages, steps and doors. Names only; facts change in learn.ts, doors are judged in rules.ts.
import { contextFrom, follows, practice, recorded, through } from './picture.js';

/** Reached by itself from wherever a process stands: it has ended, or is found unsuitable. */
const over = follows('over', '#ended');
const unsuitable = follows('unsuitable', '#suitability');
/** A later decision supersedes the one by which a process went on (R86). */
const deciding = { 'suitability.decided': recorded };

export const processMachine = practice.createMachine({
  id: 'process',
  context: contextFrom,
  initial: 'suitability',
  on: {
    'process.split': recorded,
    'process.typeChosen': recorded,
    'process.ended': through('end', undefined, '.ended'),
    'member.joined': recorded,
    'member.left': recorded,
    'member.replaced': recorded,
    'approval.needed': recorded,
    'approval.given': recorded,
    'preparation.held': through('prepare'),
    'readiness.stated': recorded,
    'arrangement.settled': recorded,
    'coWorking.agreed': recorded,
    'conference.recorded': through('begin', 'recordedLate', '.followUp'),
    'communication.drafted': recorded,
    'communication.agreed': recorded,
    'communication.screened': recorded,
    'communication.secondChecked': recorded,
    'communication.held': recorded,
    'communication.takenBack': recorded,
    'communication.passed': through('pass', 'recordedLate'),
    'communication.receiptNoted': recorded,
    'communication.receiptTold': through('tellReceipt'),
    'agreement.decided': recorded,
    'item.proposed': recorded,
    'item.checked': recorded,
    'item.agreed': through('agree'),
    'item.varied': recorded,
    'item.progressed': recorded,
    'item.recipientTold': recorded,
    'item.notKeptReported': through('reportNotKept'),
    'followUp.done': recorded,
  },
  states: {
    suitability: {
      id: 'suitability',
      always: over,
      on: { 'suitability.decided': [through('consent', 'suitable', 'consent'), through('record', 'unsuitable')] },
    },
    consent: {
      id: 'consent',
      always: [over, follows('deliveredAndOver', 'followUp'), unsuitable],
      on: {
        ...deciding,
        'preparation.begun': through('preparation', undefined, 'preparation'),
        'harmedOnly.completed': through('harmedOnly', undefined, 'followUp'),
      },
    },
    preparation: {
      always: [over, unsuitable, follows('seatEmptyInPreparation', 'consent')],
      on: {
        ...deciding,
        'preparation.completed': [
          through('arrange', 'aMeeting', 'conference.arranging'),
          through('arrange', 'aCommunication', 'exchange'),
        ],
        'harmedOnly.completed': through('harmedOnly', undefined, 'followUp'),
      },
    },
    conference: {
      initial: 'arranging',
      always: [over, unsuitable, follows('seatEmpty', 'consent')],
      on: deciding,
      states: {
        arranging: { on: { 'conference.booked': through('book', undefined, 'booked') } },
        booked: {
          always: follows('noBooking', 'arranging'),
          on: {
            'conference.booked': through('book'),
            'conference.cancelled': through('record', undefined, 'arranging'),
            'conference.begun': through('begin', undefined, 'underWay'),
          },
        },
        underWay: {
          always: [follows('noSession', 'arranging'), follows('sessionWaits', 'interrupted')],
          on: {
            'session.steppedOut': recorded,
            'session.paused': through('record', undefined, 'interrupted'),
            'conference.ended': [
              through('record', 'adjourned', 'arranging'),
              through('record', undefined, '#followUp'),
            ],
          },
        },
        interrupted: {
          always: follows('noSession', 'arranging'),
          on: {
            'session.steppedOut': recorded,
            'session.checked': recorded,
            'session.resumed': through('resume', undefined, 'underWay'),
            'conference.ended': [
              through('record', 'adjourned', 'arranging'),
              through('record', undefined, '#followUp'),
            ],
          },
        },
      },
    },
    exchange: {
      always: [over, unsuitable, follows('seatEmpty', 'consent')],
      on: {
        ...deciding,
        'communication.passed': through('pass'),
        'exchange.ended': through('endExchange', undefined, 'followUp'),
      },
    },
    followUp: { id: 'followUp', always: over, on: deciding },
    ended: {
      id: 'ended',
      on: { 'process.ended': {}, 'conference.recorded': through('begin', 'recordedLate') },
    },
  },
});
