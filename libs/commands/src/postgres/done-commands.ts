// Decisions outside a case on PostgreSQL, each once under its key.
import { commandDigests, keyDigest, type DoneCommands } from '../once.js';
import type { Sealing } from '#libs/sealing';

/** What was done under which key, its words known by a keyed digest alone. */
export const doneCommands = (sealing: Pick<Sealing, 'commandDigests'>): DoneCommands => ({
  ...commandDigests(sealing),
  before: async (rows, actor, key) => {
    await rows.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`command ${actor.id} ${key}`]);
    const found = await rows.query<{ requestHash: Uint8Array; made: string }>(
      'select request_hash as "requestHash", made from done_command where actor_id = $1 and key = $2',
      [actor.id, keyDigest(key)],
    );
    return found.rows[0] ?? null;
  },
  keep: async (rows, actor, { key, requestHash, made, at }) => {
    await rows.query(
      'insert into done_command (actor_id, key, service_id, request_hash, made, at) values ($1, $2, $3, $4, $5, $6)',
      [actor.id, keyDigest(key), actor.serviceId, requestHash, made, at],
    );
  },
});
