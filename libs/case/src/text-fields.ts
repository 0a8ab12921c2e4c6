// Which fields of events hold the id of written words, and who may read those words: every note has a side before it has text.
import type { EventType } from './facts.js';

/** `staff`: staff on the case. `safeguarding`: the safeguarding lead and supervisors only. `person`: staff, and the participant the event is about. */
export type Audience = 'staff' | 'safeguarding' | 'person';

/** Event, field, audience. A field named here is an id of a text, written in the same transaction as the event. */
export const textFields = {
  'approach.confirmed': { reason: 'safeguarding' },
  'initiative.recorded': { reason: 'safeguarding' },
  'invitation.decided': { reason: 'staff' },
  'acknowledgement.recorded': { how: 'staff' },
  'acknowledgement.takenBack': { reason: 'staff' },
  'identity.doubted': { reason: 'staff' },
  'conflict.recorded': { reason: 'staff' },
  'capacity.assessed': { support: 'staff' },
  'bestInterests.decided': { consulted: 'staff', reason: 'staff' },
  'suitability.decided': { reason: 'staff' },
  'safeContact.recorded': { words: 'person', alias: 'person', mustNotKnow: 'person' },
  'channel.cleared': { reason: 'safeguarding' },
  'preference.stated': { wish: 'person' },
  'preference.answered': { answer: 'person' },
  'risk.informed': { text: 'safeguarding' },
  'checkpoint.refused': { reason: 'safeguarding' },
  'flag.cleared': { reason: 'safeguarding' },
  'concern.raised': { text: 'safeguarding' },
  'concern.decided': { reason: 'safeguarding' },
  'freeze.lifted': { reason: 'safeguarding' },
  'deviation.reviewed': { finding: 'safeguarding' },
  'case.paused': { reason: 'staff' },
  'facilitator.released': { reason: 'staff' },
  'process.typeChosen': { reason: 'staff' },
  'arrangement.settled': { text: 'staff' },
  'coWorking.agreed': { text: 'staff' },
  'conference.cancelled': { reason: 'staff' },
  'session.paused': { safetyStep: 'safeguarding' },
  'conference.ended': { aftercare: 'staff' },
  'conference.recorded': { aftercare: 'staff' },
  'harmedOnly.completed': { needsMet: 'staff' },
  'communication.drafted': { text: 'staff' },
  'communication.held': { reason: 'staff' },
  'item.proposed': { text: 'staff', evidence: 'staff', monitor: 'staff' },
  'item.checked': { reason: 'staff' },
  'item.varied': { text: 'staff', reason: 'staff' },
  'followUp.done': { early: 'staff' },
  'information.shared': { what: 'staff' },
  'case.reopened': { reason: 'staff' },
} as const satisfies { [T in EventType]?: Record<string, Audience> };
