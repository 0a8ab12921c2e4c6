// The last check of an input that GraphQL has coerced, before it becomes an event: ids, texts and lists that libs can take.
import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { isUuid } from '#libs/case';
import { seen } from '#libs/intake';
import { apiError } from '../server/graphql/errors.js';

// A title, a name, an organisation, a version: anything longer is words, and words have a field of their own.
const LONGEST_TEXT = 200;
// Several times the largest circle; a list of thousands would be judged entry by entry.
const LONGEST_LIST = 100;
// What PostgreSQL cannot keep, what does not show, and the bar that stands between the parts of a key in the case.
const unfit = /[\p{Cc}\p{Zl}\p{Zp}|]/u;

const wrong = (place: string, what: string) => apiError('BAD_USER_INPUT', `${place}: ${what}`);

/**
 * The input as a plain object of the input type `name`: what was null is left out, texts are trimmed and without marks that nobody
 * sees. Throws BAD_USER_INPUT,
 * naming the place, for an id that is no UUID in lower case, a text that is blank, too long or not plain, a list that is
 * too long or names the same thing twice. `schema` is the one that coerced the input, so that the input has the type's
 * fields and no others; `Input` is how TypeScript calls that type.
 */
export function validateInput<Input extends object = Record<string, unknown>>(
  schema: GraphQLSchema,
  name: string,
  input: object,
): Input {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`The schema has no input ${name}`);
  return objectOf(type, input, '') as Input;
}

function objectOf(type: GraphQLInputObjectType, input: object, place: string): Record<string, unknown> {
  const fields = type.getFields();
  const kept = Object.entries(input).flatMap(([name, value]) => {
    const field = fields[name];
    if (!field) throw new Error(`The input ${type.name} has no field ${name}`);
    return value === null || value === undefined ? [] : [[name, valueOf(field.type, value, place + name)] as const];
  });
  return Object.fromEntries(kept);
}

function valueOf(declared: GraphQLInputType, value: unknown, place: string): unknown {
  const type = isNonNullType(declared) ? getNullableType(declared) : declared;
  if (isListType(type)) return listOf(type.ofType as GraphQLInputType, value as readonly unknown[], place);
  if (isInputObjectType(type)) return objectOf(type, value as object, `${place}.`);
  if (!('name' in type)) return value;
  if (type.name === 'ID') return idOf(String(value), place);
  if (type.name === 'String') return textOf(String(value), place);
  return value;
}

function listOf(type: GraphQLInputType, values: readonly unknown[], place: string): unknown[] {
  if (values.length > LONGEST_LIST) throw wrong(place, `A list has at most ${LONGEST_LIST} entries.`);
  const kept = values.map((value, at) => valueOf(type, value, `${place}[${at}]`));
  const plain = kept.filter((value) => typeof value === 'string');
  if (new Set(plain).size < plain.length) throw wrong(place, 'The same stands here twice.');
  return kept;
}

// What the case itself numbered, or kept from an older shape; every other id is a UUID.
const madeByCase: ReadonlySet<string> = new Set(['deviationId', 'freezeId']);
const isShort = (id: string): boolean => /^[\w-]{1,40}$/.test(id) && !(id in {});

function idOf(id: string, place: string): string {
  if ((isUuid(id) && id === id.toLowerCase()) || (madeByCase.has(place) && isShort(id))) return id;
  throw wrong(place, 'An id is a UUID in lower-case letters, as the service gave it.');
}

function textOf(text: string, place: string): string {
  const trimmed = seen(text);
  if (trimmed === '' || trimmed.length > LONGEST_TEXT || unfit.test(trimmed) || !text.isWellFormed())
    throw wrong(place, `A text has 1 to ${LONGEST_TEXT} characters, no line break and no "|".`);
  // `constructor` is a word to us and a property of every object to JavaScript.
  if (trimmed in {}) throw wrong(place, 'This text cannot be kept.');
  return trimmed;
}
