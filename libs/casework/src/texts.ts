// Free words get their readers from the event that names them, never from their writer.
import { textFields, type CaseEvent, type Id } from '#libs/case';
import { InvalidRequest } from '#libs/database';
import type { Audience, Text } from './ports.js';

/** Words under the id by which the event names them. */
export interface Words {
  id: Id;
  words: string;
}

/**
 * The texts an event writes, each with its audience. Throws TEXT_MISSING when the event names words that were not given
 * or are blank, TEXT_UNKNOWN when words were given that it does not name.
 */
export function textsOf(event: CaseEvent, given: readonly Words[]): Text[] {
  const places = placesOf(event);
  const unknown = given.find(({ id }) => !places.some((place) => place.id === id));
  if (unknown) throw new InvalidRequest('TEXT_UNKNOWN', 'These words belong to nothing in the event');
  return places.map(({ id, audience }) => {
    const words = given.find((text) => text.id === id)?.words.trim() ?? '';
    if (words === '') throw new InvalidRequest('TEXT_MISSING', 'The words are missing');
    return { id, audience, words, about: aboutWhom(event), came: event.type === 'words.received' };
  });
}

/** The participant an event is about, where it names one. */
const aboutWhom = (event: CaseEvent): Id | null =>
  'participantId' in event && typeof event.participantId === 'string' ? event.participantId : null;

/** Where an event names words, and who may read them. */
function placesOf(event: CaseEvent): { id: Id; audience: Audience }[] {
  if (event.type === 'facilitator.assigned')
    return event.override ? [{ id: event.override.reason, audience: 'staff' }] : [];
  const fields = Object.entries((textFields as Record<string, Record<string, string>>)[event.type] ?? {});
  return fields.flatMap(([field, audience]) => {
    const id = (event as unknown as Record<string, unknown>)[field];
    if (typeof id !== 'string') return [];
    // A text for one person is read by that participant beside the staff.
    return [
      { id, audience: audience === 'person' && 'participantId' in event ? (event.participantId ?? 'staff') : audience },
    ];
  });
}
