// Reads the actor behind a token once, shared by the requests that arrive meanwhile and for a moment after.
import { RecentlyUsed } from '../recently-used.js';
import type { Actor } from '#libs/case';
import type { People } from '../ports/people.js';

// See AuthOptions.actorFreshFor.
const FRESH_FOR = 2000;
const REMEMBERED = 10_000;

interface Reading {
  readonly until: number;
  readonly actor: Promise<Actor | null>;
}

/**
 * A reader of actors that spares the database one query a request: an answer is believed for `freshFor` milliseconds.
 * A failed reading is forgotten at once, so that an outage is not remembered.
 */
export function actorReader(people: People, freshFor = FRESH_FOR) {
  const readings = new RecentlyUsed<Reading>(REMEMBERED);
  return (subject: string, serviceId: string): Promise<Actor | null> => {
    // A space cannot be part of a UUID, so two pairs never make one key.
    const key = `${serviceId} ${subject}`;
    const held = readings.get(key);
    const now = Date.now();
    if (held && held.until > now) return held.actor;
    const actor = people.actorFor(subject, serviceId);
    if (freshFor > 0) {
      readings.set(key, { until: now + freshFor, actor });
      actor.catch(() => readings.delete(key));
    }
    return actor;
  };
}
