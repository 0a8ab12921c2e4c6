// The scope of a visitor who is not signed in: no service, and only the rows whose secret they bring.
import type { Database, Rows, Scope } from '#libs/database';
import { NO_ID, type Id } from '#libs/case';

const visitor: Scope = { serviceId: NO_ID, sight: 'nothing', who: null };

/** One transaction that sees the rows with these hashes, and nothing else. */
export const withSecrets = <T>(
  database: Database,
  hashes: readonly Buffer[],
  work: (rows: Rows) => Promise<T>,
): Promise<T> =>
  database.within(visitor, async (rows) => {
    const secret = hashes.map((hash) => hash.toString('hex')).join(' ');
    await rows.query(`select set_config('concord.secret', $1, true)`, [secret]);
    return work(rows);
  });

/** From here on the transaction is the service's own, which the secret has led to. */
export const asService = async (rows: Rows, serviceId: Id): Promise<void> =>
  void (await rows.query(
    `select set_config('concord.service', $1, true), set_config('concord.sight', 'service', true)`,
    [serviceId],
  ));
