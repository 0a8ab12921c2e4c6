// Free words on their way into a case: the event keeps an id, the words go apart, to the readers that the event names.
import { GraphQLScalarType, Kind } from 'graphql';
import type { Words as Text } from '#libs/casework';
import { apiError } from '../server/graphql/errors.js';
import { idFrom } from './derived-ids.js';

/** Words that came in through a `Words` field of the schema; nothing prints them by accident. */
export class FreeText {
  readonly #words: string;
  constructor(words: string) {
    this.#words = words;
  }
  reveal(): string {
    return this.#words;
  }
  toJSON(): string {
    return '[words]';
  }
}

// A long letter; the body limit stands above it.
const LONGEST = 50_000;

// A NUL or half a surrogate pair is no text, and PostgreSQL would not keep it.
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed() && !value.includes('\0');

function read(value: unknown): FreeText {
  if (isText(value) && value.length <= LONGEST) return new FreeText(value.trim());
  throw apiError('BAD_USER_INPUT', `Words are text of 1 to ${LONGEST} characters.`);
}

/** The scalar of every input field that takes free words. Blanks around them are not kept. */
export const Words = new GraphQLScalarType<FreeText, string>({
  name: 'Words',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  serialize: String,
});

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
