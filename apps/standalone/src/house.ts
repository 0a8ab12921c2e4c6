// The inside of the house, opened on a database: what the API and the worker are given.
import { randomBytes } from 'node:crypto';
import type { Casework, People, ReadKeeping, Reading, Register } from '../../api/src/index.js';
import {
  Casework as Cases,
  Cursors,
  openCase,
  preview,
  tell,
  type Command,
  type Happening,
  type Opening,
} from '#libs/casework';
import { Measures } from '#libs/measures';
import { actorFor, forgetNewcomer, knowsPerson, type MasterKeys } from '#libs/people';
import { PgCaseReading, PgMeasures, PgReads, PgServiceReading, servesArea } from '#libs/store';
import { openInside } from './inside.js';

export interface House {
  readonly casework: Casework;
  readonly people: People;
  readonly register: Register;
  readonly reading: Reading;
  readonly measures: Measures;
  readonly reads: ReadKeeping;
  /** True while the database answers. */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

const clock = () => new Date();

/** Opens the pools and the ports on them. */
export function openHouse(url: string, masterKeys: MasterKeys): House {
  const { pools, database, people: records, store, stop } = openInside(url, { masterKeys });
  // New at every start: a cursor is good for as long as somebody turns pages.
  const cursors = new Cursors(randomBytes(32));
  return {
    // The API has checked the event against its schema; casework and the case check everything else.
    casework: {
      tell: (actor, command) => tell(store, clock, actor, command as unknown as Command),
      preview: (actor, caseId, event) => preview(store, clock, actor, caseId, event as unknown as Happening),
      openCase: (actor, opening) => openCase(store, clock, actor, opening as unknown as Opening),
    },
    people: {
      actorFor: (subject, serviceId) => actorFor(pools.plain, { subject, serviceId }),
      nameOf: async ({ id, serviceId }) => (await records.names(serviceId, [id])).get(id) ?? null,
    },
    register: {
      addPerson: async (serviceId, id, values) => {
        await records.add(serviceId, values, id);
        await records.suggest(pools.plain, serviceId, [id]);
      },
      knowsPerson: (serviceId, id) => knowsPerson(pools.plain, serviceId, id),
      forgetNewcomer: (serviceId, id) => forgetNewcomer(pools.plain, serviceId, id),
      offencesByReference: (serviceId, references) => store.offencesByReference(serviceId, [...references]),
      serves: (serviceId, areaId, on) => servesArea(pools.plain, serviceId, areaId, on),
    },
    reading: {
      cases: new Cases(store, new PgCaseReading(pools.plain, cursors), clock),
      service: new PgServiceReading(pools.plain, cursors),
      names: (serviceId, ids) => records.names(serviceId, ids),
    },
    reads: new PgReads(database),
    measures: new Measures(new PgMeasures(pools.plain, cursors)),
    ready: () =>
      pools.plain.query('select 1').then(
        () => true,
        () => false,
      ),
    stop,
  };
}
