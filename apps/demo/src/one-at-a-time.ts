// Of several processes with the demonstration on one database, one at a time fills it, and the first prints its codes.
import { Client } from 'pg';

/** Held on a connection of its own: a process that is killed lets go. */
export interface Turn {
  /** True in the process that prints: the first to ask, as long as it lives. */
  stays(): Promise<boolean>;
  /** Lets the next process fill the database. */
  done(): Promise<void>;
  end(): Promise<void>;
}

const FILLING = `hashtext('concord demonstration filled')`;
const PRINTING = `hashtext('concord demonstration printed')`;

/** Waits until no other process fills the database at `url`. */
export async function oneAtATime(url: string): Promise<Turn> {
  const client = new Client({ connectionString: url, application_name: 'concord demonstration' });
  client.on('error', () => undefined); // a cut connection lets go of both locks, and ends nothing
  await client.connect();
  await client.query(`select pg_advisory_lock(${FILLING})`);
  return {
    stays: async () => {
      const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${PRINTING}) as got`);
      return rows[0]?.got === true;
    },
    done: async () => void (await client.query(`select pg_advisory_unlock(${FILLING})`).catch(() => undefined)),
    end: () => client.end().catch(() => undefined),
  };
}
