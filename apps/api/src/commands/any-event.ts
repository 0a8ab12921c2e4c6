// Events given under the names of their mutations, built: for a preview, and for what is told together.
import type { GraphQLSchema } from 'graphql';
import { apiError } from '../server/graphql/errors.js';
import { buildEvent, type BuiltEvent } from './build-event.js';
import { verbs, type Verb } from './verbs.js';

/** One `AnyEvent` of the schema, as it was coerced. */
export type AnyEvent = Readonly<Record<string, unknown>>;
// More than a whole preparation meeting leaves to be written down; each is judged against the whole case.
const MOST = 40;

/**
 * The event of each, with ids of its own for what it makes. Throws BAD_USER_INPUT where one gives no event or several
 * (`@oneOf` says so too, but compiled documents do not look at it), where there are too many, and as `buildEvent` does.
 */
export function buildEach(
  schema: GraphQLSchema,
  events: readonly AnyEvent[],
  seed: string,
  namesNew: boolean,
): BuiltEvent[] {
  if (events.length > MOST) throw apiError('BAD_USER_INPUT', `At most ${MOST} events are told together.`);
  return events.map((event, n) => {
    const given = Object.entries(event).filter(([, input]) => input !== null && input !== undefined);
    const [verb, input] = given[0] ?? [];
    if (verb === undefined || given.length > 1) throw apiError('BAD_USER_INPUT', 'Give exactly one event.');
    return buildEvent(schema, verbs[verb as Verb], input as object, `${seed} ${n}`, namesNew);
  });
}
