// The two scalars of the schema: an instant and a day, both ISO 8601 text inside and out.
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { apiError } from './errors.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** 30 February is text of the right shape and no day: it comes back from Date as 2 March. */
const exists = (text: string): boolean => {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
};

function readInstant(value: unknown): string {
  if (typeof value === 'string' && instant.test(value) && exists(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date.toISOString();
  }
  throw apiError('BAD_USER_INPUT', 'An instant is written like 2026-03-02T09:30:00Z.');
}

function readDay(value: unknown): string {
  if (typeof value === 'string' && day.test(value) && exists(value)) return value;
  throw apiError('BAD_USER_INPUT', 'A day is written like 2026-03-02.');
}

const literal = (read: (value: unknown) => string) => (node: ValueNode) =>
  read(node.kind === Kind.STRING ? node.value : undefined);

/** Takes ISO text with any offset, gives UTC. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  parseValue: readInstant,
  parseLiteral: literal(readInstant),
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

/** A calendar day without a time zone. */
export const DateOnly = new GraphQLScalarType({
  name: 'Date',
  parseValue: readDay,
  parseLiteral: literal(readDay),
  serialize: String,
});
