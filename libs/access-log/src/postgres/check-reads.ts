// Follows every service's record of reads from its first entry to its last, some thousand at a time, and says what is wrong.
import { ChainWalk, type ReadEntry, type ReadFault } from '../chain.js';
import type { Id } from '#libs/case';
import type pg from 'pg';
import { inSnapshot } from '#libs/database';

/** `ends`: where each chain ends. Written down elsewhere, they show later that nothing was cut off and written anew. */
export interface CheckedReads {
  entries: number;
  ends: { service: Id; seq: number; hash: string }[];
  faults: ReadFault[];
}
interface Head {
  service: Id;
  seq: number | null;
  hash: Buffer | null;
}

const AT_ONCE = 5000;
const headsSql = `select coalesce(c.service_id, r.service_id) as service, c.seq, c.hash from read_chain c
  full join (select distinct service_id from read_record) r on r.service_id = c.service_id order by 1`;
const entriesSql = `select service_id as service, seq, at, by, kind, operation, purpose, case_ids as cases, person_ids as persons, request, assisted_by as "assistedBy", prev_hash as "prevHash", hash
  from read_record where service_id = $1 and seq > $2 order by seq limit ${AT_ONCE}`;

/** Checks all services, each from one snapshot, so it may run while the service works. `pool` is the owner's, whom no row is hidden from. */
export async function checkReads(pool: pg.Pool): Promise<CheckedReads> {
  const checked: CheckedReads = { entries: 0, ends: [], faults: [] };
  await inSnapshot(pool, async (client) => {
    for (const { service, seq, hash } of (await client.query<Head>(headsSql)).rows) {
      const walk = new ChainWalk(service);
      for (let after = 0, more = true; more;) {
        const { rows } = await client.query<ReadEntry>(entriesSql, [service, after]);
        for (const entry of rows) walk.next(entry);
        checked.entries += rows.length;
        after = rows.at(-1)?.seq ?? after;
        more = rows.length === AT_ONCE;
      }
      walk.end(seq === null || hash === null ? null : { seq, hash });
      if (seq !== null && hash !== null) checked.ends.push({ service, seq, hash: hash.toString('hex') });
      checked.faults.push(...walk.faults);
    }
  });
  return checked;
}
