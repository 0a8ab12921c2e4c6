// Reading journals: one case's, or every case's in one stream.
import type { CaseEvent, Id } from '#libs/case';
import type { JournalEntry } from '../journal.js';
import type { Rows } from '#libs/database';

export interface JournalRow {
  case_id: Id;
  seq: number;
  at: string;
  by: Id;
  type: CaseEvent['type'];
  event: Record<string, unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}
export const entryOf = (row: JournalRow): JournalEntry => ({
  caseId: row.case_id,
  seq: row.seq,
  at: row.at,
  by: row.by,
  type: row.type,
  event: row.event,
  prevHash: row.prev_hash,
  hash: row.hash,
});

/** A case's entries in order: all, up to a revision, or up to and with an instant. */
export async function journalOf(
  db: Rows,
  caseId: Id,
  upTo: { revision: number } | { at: string } = { revision: 2 ** 31 - 1 },
): Promise<JournalEntry[]> {
  const [sql, value] = 'at' in upTo ? ['at <= $2', upTo.at] : ['seq <= $2', upTo.revision];
  const { rows } = await db.query<JournalRow>(
    `select case_id, seq, at, by, type, event, prev_hash, hash from journal where case_id = $1 and ${sql} order by seq`,
    [caseId, value],
  );
  return rows.map(entryOf);
}
