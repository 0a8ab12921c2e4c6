// The inside of the house, opened on a database: what the API and the worker are given.
import type { Casework, People } from '../../api/src/index.js';
import { tell, type Command } from '#libs/casework';
import { actorFor, PgPersonalRecords } from '#libs/people';
import { openPools, PgCaseStore } from '#libs/store';

export interface House {
  readonly casework: Casework;
  readonly people: People;
  /** True while the database answers. */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

const clock = () => new Date();

/** Opens the pools and the ports on them. */
export function openHouse(url: string): House {
  const pools = openPools(url);
  const records = new PgPersonalRecords(pools.plain);
  const store = new PgCaseStore(pools, records);
  return {
    // The API has checked the event against its schema; casework and the case check everything else.
    casework: { tell: (actor, command) => tell(store, clock, actor, command as unknown as Command) },
    people: {
      actorFor: (subject, serviceId) => actorFor(pools.plain, { subject, serviceId }),
      nameOf: async ({ id, serviceId }) => (await records.names(serviceId, [id])).get(id) ?? null,
    },
    ready: () =>
      pools.plain.query('select 1').then(
        () => true,
        () => false,
      ),
    stop: () => pools.end(),
  };
}
