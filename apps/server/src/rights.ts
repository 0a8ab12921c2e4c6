// Composes libs/rights on PostgreSQL with what it needs of people, sealing and cases.
import type { Id } from '#libs/case';
import type { CaseReading } from '#libs/casework';
import type { Cursors, Rows } from '#libs/database';
import { eraseRecord, fields, type Field, type PgPersonalRecords } from '#libs/people';
import {
  ConsentTexts,
  Holds,
  journalOfCases,
  KeptRecords,
  Proposals,
  Retention,
  Sharing,
  SubjectAccess,
  type PeopleHeld,
  accessRegister,
  classRegister,
  holdRegister,
  proposalRegister,
  retentionRegister,
  sharingRegister,
  textRegister,
} from '#libs/rights';
import { doneCommands } from '#libs/commands';
import type { Rights } from '../../api/src/index.js';
import type { OpenServices } from '#libs/services';

/** What the API is given. */
export function openRights(inside: OpenServices, reading: CaseReading, cursors: Cursors): Rights {
  const { database, store, vault } = inside;
  const done = doneCommands(vault);
  const kept = new KeptRecords(database, classRegister, done);
  const retention = openRetention(inside);
  return {
    texts: new ConsentTexts(database, textRegister, done, journalOfCases(reading, store)),
    sharing: new Sharing(database, sharingRegister, done, vault, cursors),
    kept,
    access: new SubjectAccess(database, accessRegister(vault, valuesOf(inside.people)), done, kept, cursors),
    holds: openHolds(inside, cursors),
    retention,
    proposals: new Proposals(database, proposalRegister, done, retention),
  };
}

/** Legal holds, for the code that erases: `mayErase` and, inside a transaction, `against`. */
export const openHolds = ({ database, vault }: Pick<OpenServices, 'database' | 'vault'>, cursors: Cursors): Holds =>
  new Holds(database, holdRegister, doneCommands(vault), vault, cursors);

/** Retention, for the API, the command and the worker. */
export const openRetention = ({ database, people }: Pick<OpenServices, 'database' | 'people'>): Retention =>
  new Retention(database, classRegister, holdRegister, retentionRegister, proposalRegister, peopleHeld(people));

const everyField = Object.keys(fields) as Field[];
const peopleHeld = (people: PgPersonalRecords): PeopleHeld => ({
  values: (rows, serviceId, ids, wanted) => {
    const known = everyField.filter((field) => wanted.includes(field));
    return people.readIn(rows, serviceId, ids, known) as Promise<Map<Id, Readonly<Record<string, string>>>>;
  },
  erase: async (rows, serviceId, personId, at) => {
    for (const each of await recordsOf(rows, personId)) await eraseRecord(rows, serviceId, each, at);
  },
});

/** Every record that is read as this person: two of them may have been found to be one. */
async function recordsOf(rows: Rows, personId: Id): Promise<Id[]> {
  const { rows: found } = await rows.query<{ same: Id[] }>('select concord_same($1) as same', [personId]);
  return found[0]?.same ?? [personId];
}

/** The values of one person, each with what it is called. */
const valuesOf =
  (people: PgPersonalRecords): ValuesOf =>
  async (rows, serviceId, personId) => {
    const records = await people.readIn(rows, serviceId, await recordsOf(rows, personId), everyField);
    return [...records.values()].flatMap((values) =>
      everyField.flatMap((field) => {
        const value = values[field];
        return value === undefined ? [] : [{ field, says: fields[field].says, value }];
      }),
    );
  };
type ValuesOf = Parameters<typeof accessRegister>[1];
