// Text that is text: what PostgreSQL cannot keep, and names that mean something to JavaScript, are turned away before they are read.
import { turnedAway } from '../graphql/errors.js';

/** Names that would reach what every object has. */
const special = new Set(['__proto__', 'constructor', 'prototype']);
// Longer than any name in the schema.
const LONGEST_NAME = 200;
// Deeper than any input of the schema; a body may nest a hundred thousand lists.
const DEEPEST = 20;

/** A NUL, written out or as one of GraphQL's escapes, or half a surrogate pair. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const escapesNul = (document: string): boolean => /\\u(0000|\{0+\})/.test(document);

/** Throws BAD_USER_INPUT for a document or variables with text that is none; it says no more than that. */
export function assertPlainText(query: string, variables: unknown): void {
  if (!isText(query) || escapesNul(query) || !isPlain(variables, 0)) {
    throw turnedAway('BAD_USER_INPUT', 'There are characters or names in this that nothing is written with.');
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((each) => isPlain(each, depth + 1));
  return Object.entries(value).every(
    ([name, each]) => !special.has(name) && name.length <= LONGEST_NAME && isText(name) && isPlain(each, depth + 1),
  );
}
