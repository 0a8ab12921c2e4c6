// What happens to the work of a process: meetings called off, left, written up late; letters held, taken back, passed; a case closed and reopened.
import { proposes } from './guide.js';
import { earlier, inside, item, letter, somebody, wholeMeeting, type Happening } from './drawn.js';

/** Each with how often it happens. */
export const ofWork: readonly (readonly [number, Happening])[] = [
  [4, (a) => ({ type: 'conference.cancelled', processId: a.processId, reason: 'why' })],
  [
    4,
    (a) => ({
      type: 'session.steppedOut',
      processId: a.processId,
      participantId: a.by.one(a.stored.facts.processes[a.processId]?.conference.session?.present ?? []) ?? inside(a),
    }),
  ],
  [
    3,
    (a) => ({
      type: 'session.paused',
      processId: a.processId,
      byRole: 'facilitator',
      reason: 'safety',
      safetyStep: 't',
    }),
  ],
  [3, wholeMeeting],
  [
    2,
    (a) => ({
      type: 'communication.passed',
      processId: a.processId,
      communicationId: letter(a),
      how: 'handedOver',
      on: earlier(a),
    }),
  ],
  [2, (a) => ({ type: 'communication.held', processId: a.processId, communicationId: letter(a), reason: 'why' })],
  [
    3,
    (a) => {
      const communicationId = letter(a);
      return {
        type: 'communication.takenBack',
        processId: a.processId,
        communicationId,
        participantId: a.stored.facts.processes[a.processId]?.communication.of[communicationId]?.from ?? 'nobody',
      };
    },
  ],
  [
    2,
    (a) => {
      const communicationId = letter(a);
      return {
        type: 'communication.receiptNoted',
        processId: a.processId,
        communicationId,
        participantId: a.stored.facts.processes[a.processId]?.communication.of[communicationId]?.to ?? 'nobody',
        receipt: 'read',
      };
    },
  ],
  [3, (a) => ({ type: 'communication.receiptTold', processId: a.processId, communicationId: letter(a) })],
  [2, proposes],
  [
    2,
    (a) => ({
      type: 'item.progressed',
      processId: a.processId,
      itemId: item(a),
      outcome: a.by.some(['completed', 'partly', 'notKept']),
    }),
  ],
  [
    1,
    (a) => ({
      type: 'item.varied',
      processId: a.processId,
      itemId: item(a),
      dueOn: '2034-01-01',
      text: 't',
      reason: 'why',
    }),
  ],
  [3, (a) => ({ type: 'interest.told', participantId: somebody(a), to: somebody(a) })],
  [2, (a) => ({ type: 'name.told', participantId: somebody(a), to: somebody(a) })],
  [
    2,
    (a) => ({
      type: 'information.shared',
      participantId: somebody(a),
      organisation: 'Victim Support',
      what: 't',
      told: true,
    }),
  ],
  [1, (a) => ({ type: 'flag.set', flag: a.by.some(['hate', 'domesticAbuse', 'mentalHealth']) })],
  [3, () => ({ type: 'case.closed', reason: 'other', side: 'withheld' })],
  [2, (a) => ({ type: 'case.reopened', reason: 'why', ...(a.by.percent(60) ? { processId: a.by.id() } : {}) })],
  [1, (a) => ({ type: 'facilitator.released', staffId: a.by.some(['fay', 'finn', 'fox']), reason: 'why' })],
];
