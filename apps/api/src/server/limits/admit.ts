// The first reading of a document: who may send it, and whether it asks for too much; before it is validated or run.
import { GraphQLError, Kind, parse, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { turnedAway } from '../graphql/errors.js';
import type { TrustedDocuments } from './trusted-documents.js';
import type { Limits } from './limits.js';
import { measure, type Measures } from './measure.js';
import { assertPlainText } from './plain-text.js';

/** The part of a request body that names or carries the document. */
export interface Asked {
  query?: unknown;
  extensions?: unknown;
  variables?: unknown;
}

// Documents already found to be within the limits; pages send a few dozen, explorers each their own.
// They are remembered as text, because hashing each request's document would cost more than looking it up.
const REMEMBERED = 1_000;
// Characters; a document padded beyond that is measured every time instead of filling the memory.
const LONGEST_REMEMBERED = 10_000;
const counted = ['depth', 'cost', 'aliases', 'directives', 'duplicates'] as const satisfies (keyof Measures)[];

/** Scope of a token that may send documents of its own and look at the schema. */
export const EXPLORE = 'explore';

/**
 * Builds the check. It throws FORBIDDEN for a document that is neither trusted nor sent with the `explore` scope, and
 * LIMIT_EXCEEDED for one past the limits. A trusted document that was named by its sha256 is put into the body.
 * A document is measured the first time it is seen; syntax errors are left to the parser proper, to say where.
 */
export function admission(limits: Limits, trusted: TrustedDocuments, schema: () => GraphQLSchema) {
  const within = new LRUCache<string, true>({ max: REMEMBERED });
  const texts = new Set(trusted.values());

  return (asked: Asked, scopes: ReadonlySet<string>): void => {
    const named = shaNamed(asked.extensions);
    if (named !== undefined && asked.query === undefined) {
      asked.query = trusted.get(named);
      if (asked.query === undefined)
        throw turnedAway('FORBIDDEN', 'This document is not on the list of trusted documents.');
      delete asked.extensions;
    }
    const { query } = asked;
    if (typeof query !== 'string') return; // Apollo says what is missing
    if (!scopes.has(EXPLORE) && !texts.has(query)) {
      throw turnedAway('FORBIDDEN', 'Only trusted documents may be sent with this token.');
    }
    assertPlainText(query, asked.variables);
    if (within.get(query)) return;
    assertWithin(query, limits, schema());
    if (query.length <= LONGEST_REMEMBERED) within.set(query, true);
  };
}

/** Throws LIMIT_EXCEEDED, naming the limit, the number allowed and the number asked. */
export function assertWithin(source: string, limits: Limits, schema: GraphQLSchema): void {
  let document;
  try {
    document = parse(source, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && / tokens\. Parsing aborted/.test(error.message)) {
      throw turnedAway('LIMIT_EXCEEDED', `The document has more than ${limits.tokens} tokens.`);
    }
    return;
  }
  const { definitions } = document;
  if (definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(each.operation))) {
    // Validation lets it pass, and execution would call it a fault of ours.
    throw turnedAway('GRAPHQL_VALIDATION_FAILED', 'The schema has no operations of this kind.');
  }
  const asked = measure(document, schema, limits.pageRows);
  for (const name of counted) {
    if (asked[name] > limits[name]) {
      throw turnedAway(
        'LIMIT_EXCEEDED',
        `The document asks too much: ${name} ${asked[name]}, at most ${limits[name]}.`,
      );
    }
  }
}

/** What the document is named by; '' for a name that is no text, which no document has. */
function shaNamed(extensions: unknown): string | undefined {
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } | null } | null | undefined)
    ?.persistedQuery;
  if (persisted === undefined || persisted === null) return undefined;
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : '';
}
