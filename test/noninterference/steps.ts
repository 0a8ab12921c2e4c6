// What is said at an open door of a case that both services share.
import { takingPart, type DoorNow, type EventType, type StoredCase } from '#libs/case';
import type { Around, Said } from '../scenario/answer-blocker.js';

type Say = (door: DoorNow, stored: StoredCase, around: Around) => Said;
const of = ({ processId }: DoorNow) => ({ processId: processId ?? '' });
const processIn = ({ facts }: StoredCase, { processId }: DoorNow) => facts.processes[processId ?? ''];

/** For each step, what somebody entitled says when its door is open. */
export const steps: Partial<Record<EventType, Say>> = {
  'contact.attempted': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'contact.attempted',
    participantId: door.about ?? '',
    channel: 'phone',
    outcome: 'reached',
    aim: 'substance',
  }),
  'suitability.decided': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'suitability.decided',
    ...of(door),
    suitable: true,
    reason: a.id(),
  }),
  'preparation.begun': (door, _c, a) => ({ by: a.staff.lead, type: 'preparation.begun', ...of(door) }),
  'preparation.completed': (door, _c, a) => ({ by: a.staff.lead, type: 'preparation.completed', ...of(door) }),
  'conference.booked': (door, { facts }, a) => ({
    by: a.staff.lead,
    type: 'conference.booked',
    ...of(door),
    bookingId: a.id(),
    startsAt: '',
    attendees: takingPart(facts, door.processId ?? ''),
  }),
  'conference.begun': (door, stored, a) => ({
    by: a.staff.lead,
    type: 'conference.begun',
    ...of(door),
    attended: processIn(stored, door)?.conference.booking?.attendees ?? [],
  }),
  'conference.ended': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'conference.ended',
    ...of(door),
    how: 'asPlanned',
    aftercare: a.id(),
  }),
  'communication.passed': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'communication.passed',
    ...of(door),
    communicationId: door.about ?? '',
    how: 'handedOver',
  }),
  'exchange.ended': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'exchange.ended',
    ...of(door),
    how: 'asPlanned',
  }),
  'process.ended': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'process.ended',
    ...of(door),
    reason: 'delivered',
    side: 'withheld',
  }),
  'item.agreed': (door, _c, a) => ({
    by: a.staff.lead,
    type: 'item.agreed',
    ...of(door),
    itemId: door.about ?? '',
  }),
};
