// Goes through every case of the database, some hundred at a time, and says which are not whole.
import { faultsOf, type Fault } from '../check.js';
import type { BesideFacts, IndexedParticipant } from '../listed.js';
import type { JournalEntry } from '../journal.js';
import { listedColumns } from './case-columns.js';
import type { Id, Stored } from '#libs/case';
import type pg from 'pg';
import { entryOf, type JournalRow } from './journal.js';
import { inSnapshot } from '#libs/database';

export interface Checked {
  cases: number;
  entries: number;
  faults: Fault[];
}

interface Row {
  id: Id;
  revision: number;
  last_hash: Buffer;
  machine_version: Stored['machineVersion'];
  state: Stored['state'];
  facts: Stored['facts'];
  participants: IndexedParticipant[];
}
type Read = Row & BesideFacts['listed'];

// A few megabytes at a time, whatever the size of the database. Read while the one before is being checked.
const AT_ONCE = 500;

/**
 * Checks every case. Each group of cases is read from one snapshot, so it may run while the service works.
 * `onProgress` hears how many cases are done.
 */
export async function checkJournals(
  pool: pg.Pool,
  onProgress: (cases: number) => void = () => undefined,
): Promise<Checked> {
  const checked: Checked = { cases: 0, entries: 0, faults: [] };
  let reading = group(pool, null);
  for (;;) {
    const { cases, entries } = await reading;
    const last = cases.at(-1);
    if (!last) break;
    reading = group(pool, last.id);
    reading.catch(() => undefined); // heard at the next turn
    for (const row of cases) {
      const own = entries.get(row.id) ?? [];
      const stored = { machineVersion: row.machine_version, state: row.state, facts: row.facts };
      const beside = { listed: row, participants: row.participants };
      const { id, revision, last_hash: lastHash } = row;
      checked.faults.push(...faultsOf({ id, revision, lastHash, stored, beside }, own));
      checked.entries += own.length;
    }
    checked.cases += cases.length;
    onProgress(checked.cases);
  }
  const { rows } = await pool.query<{ id: Id }>(
    'select distinct j.case_id as id from journal j left join case_file c on c.id = j.case_id where c.id is null',
  );
  checked.faults.push(...rows.map(({ id }) => ({ caseId: id, seq: 0, fault: 'has a journal but no case' })));
  return checked;
}

function group(pool: pg.Pool, after: Id | null): Promise<{ cases: Read[]; entries: Map<Id, JournalEntry[]> }> {
  return inSnapshot(pool, async (client) => {
    const cases = await client.query<Read>(
      `select c.id, c.revision, c.last_hash, c.machine_version, c.state, c.facts, ${listedColumns},
         (select coalesce(json_agg(json_build_object('id', p.id, 'personId', p.told_id, 'role', p.role, 'hidden', p.hidden)), '[]')
          from participant p where p.case_id = c.id) as participants
       from case_file c where $1::uuid is null or c.id > $1 order by c.id limit ${AT_ONCE}`,
      [after],
    );
    const journal = await client.query<JournalRow>(
      'select case_id, seq, at, by, type, event, prev_hash, hash from journal where case_id = any($1::uuid[]) order by case_id, seq',
      [cases.rows.map((row) => row.id)],
    );
    const entries = new Map<Id, JournalEntry[]>();
    for (const row of journal.rows) {
      const own = entries.get(row.case_id);
      if (own) own.push(entryOf(row));
      else entries.set(row.case_id, [entryOf(row)]);
    }
    return { cases: cases.rows, entries };
  });
}
