// Takes free words out of an event: the event keeps an id, the words go to the texts with the audience of their field.
import { createHash } from 'node:crypto';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { written, type Audience, type EventType } from '#libs/case';
import type { Text } from '../ports/casework.js';

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

function read(value: unknown): FreeText {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST) return new FreeText(value);
  throw new GraphQLError(`Words are text of 1 to ${LONGEST} characters.`);
}

/** The scalar of every input field that takes free words. */
export const Words = new GraphQLScalarType<FreeText, string>({
  name: 'Words',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  serialize: String,
});

/**
 * The input without its words, and the words as texts. `reason: Words` becomes `reason: <text id>`, for the audience that
 * libs/case names (`written`). The id follows from the seed (actor and key) and the field, so that the same command sent
 * again is the same command. Throws when the schema takes words where the case keeps none: they would have no reader.
 */
export function withoutFreeText(type: EventType, input: object, seed: string) {
  const texts: Text[] = [];
  const event = Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      if (!(value instanceof FreeText)) return [field, value];
      const id = uuidFrom(`${seed} ${field}`);
      texts.push({ id, audience: readerOf(type, field, input), words: value.reveal() });
      return [field, id];
    }),
  );
  return { event, texts };
}

const audiences: { readonly [T in EventType]?: Readonly<Record<string, Audience>> } = written;

function readerOf(type: EventType, field: string, input: { readonly participantId?: unknown }): string {
  const audience = audiences[type]?.[field];
  if (audience === undefined) throw new Error(`${type} keeps no words in ${field}`);
  return audience === 'person' ? String(input.participantId) : audience;
}

/** A UUID of version 8 (RFC 9562: by the application's own rule) out of a hash. */
function uuidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
