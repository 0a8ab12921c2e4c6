// The scalar Words: free text from a client, which nothing prints by accident.
import { GraphQLScalarType, Kind } from 'graphql';
import { apiError } from './errors.js';

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
