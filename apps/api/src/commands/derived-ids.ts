// Ids that a client may leave out: they follow from who sends the command and its key, so that sent again it is the same.
import { hash } from 'node:crypto';
import type { EventPayloads, EventType } from '#libs/case';

/** The field of each event that names something new. It is optional in the schema and comes back as `Told.made`. */
export const newIds = {
  'participant.joined': 'participantId',
  'risk.assessed': 'assessmentId',
  'process.opened': 'processId',
  'process.split': 'newProcessId',
  'case.reopened': 'processId',
  'concern.raised': 'concernId',
  'case.paused': 'pauseId',
  'order.recorded': 'orderId',
  'conference.booked': 'bookingId',
  'communication.drafted': 'communicationId',
  'item.proposed': 'itemId',
} as const satisfies { readonly [T in EventType]?: keyof EventPayloads[T] };

/** The field of `type` that names something new; undefined for an event that makes nothing. */
export const newIdOf = (type: EventType): string | undefined =>
  (newIds as { readonly [T in EventType]?: string })[type];

/** A UUID of version 8 (RFC 9562: by the application's own rule) out of a hash. It says nothing about its seed. */
export function idFrom(seed: string): string {
  const hex = hash('sha256', seed, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
