// Rights put together on the inside of the house: the ports of libs/rights on PostgreSQL.
import type { Id } from '#libs/case';
import type { CaseReading, Rows } from '#libs/casework';
import { destroyKey, fields, type Field, type PgPersonalRecords } from '#libs/people';
import { ConsentTexts, Holds, journalOfCases, KeptRecords, Retention, Sharing, type PeopleHeld } from '#libs/rights';
import {
  classRegister,
  doneCommands,
  holdRegister,
  retentionRegister,
  sharingRegister,
  textRegister,
} from '#libs/store';
import type { Rights } from '../../api/src/index.js';
import type { Inside } from './inside.js';

/** What the API is given. */
export function openRights(inside: Inside, reading: CaseReading): Rights {
  const { database, store, vault } = inside;
  return {
    texts: new ConsentTexts(database, textRegister, doneCommands, journalOfCases(reading, store)),
    sharing: new Sharing(database, sharingRegister, doneCommands, vault),
    kept: new KeptRecords(database, classRegister, doneCommands),
    holds: openHolds(inside),
    retention: openRetention(inside),
  };
}

/** Holds, for whoever erases: `mayErase` and, inside a transaction, `against`. */
export const openHolds = ({ database, vault }: Pick<Inside, 'database' | 'vault'>): Holds =>
  new Holds(database, holdRegister, doneCommands, vault);

/** Retention, for the API, the command and the worker. */
export const openRetention = ({ database, people }: Pick<Inside, 'database' | 'people'>): Retention =>
  new Retention(database, classRegister, holdRegister, retentionRegister, peopleHeld(people));

const everyField = Object.keys(fields) as Field[];
const peopleHeld = (people: PgPersonalRecords): PeopleHeld => ({
  values: (rows, serviceId, ids) =>
    people.readIn(rows, serviceId, ids, everyField) as Promise<Map<Id, Readonly<Record<string, string>>>>,
  erase: erasePerson,
});

/** Destroys the key first: from then on nothing of them opens, here or in a copy; then what finds them goes. */
async function erasePerson(rows: Rows, serviceId: Id, personId: Id, at: string): Promise<void> {
  await destroyKey(rows, serviceId, personId, at);
  const who = [personId, serviceId];
  await rows.query('delete from personal_value where person_id = $1 and service_id = $2', who);
  await rows.query('delete from person_token where person_id = $1 and service_id = $2', who);
  await rows.query('delete from person_suggestion where (person_id = $1 or known_id = $1) and service_id = $2', who);
  await rows.query('update person set subject = null where id = $1 and service_id = $2', who);
}
