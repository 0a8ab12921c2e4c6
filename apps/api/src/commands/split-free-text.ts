// Free words on their way into a case: the event keeps an id, the words go apart, to the readers that the event names.
import type { Words as Text } from '#libs/casework';
import { FreeText } from '../server/graphql/free-text.js';
import { idFrom } from './derived-ids.js';

/**
 * What was said without its words, and the words as texts. `reason: Words` becomes `reason: <text id>`. The id follows from
 * the seed (actor and key) and the field, so that the same command sent again is the same command.
 */
export function withoutFreeText(said: object, seed: string): { event: Record<string, unknown>; texts: Text[] } {
  const texts: Text[] = [];
  const kept = (value: unknown, place: string): unknown => {
    if (value instanceof FreeText) {
      const id = idFrom(`${seed} ${place}`);
      texts.push({ id, words: value.reveal() });
      return id;
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, kept(inner, `${place} ${field}`)]));
  };
  const fields = Object.entries(said).map(([field, value]) => [field, kept(value, field)]);
  return { event: Object.fromEntries(fields), texts };
}
