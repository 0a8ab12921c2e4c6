// A process's hold on the embedded server: the first has it to itself, and all of them notice when the server is gone.
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

export interface Hold {
  /** True in the process that has the server to itself, and stops it. */
  readonly owner: boolean;
  /** Lets go; nothing is noticed from then on. */
  leave(): Promise<void>;
}

/** The key of the advisory lock that the owner holds as long as it lives: it cannot outlast a `kill -9`. */
export const OWNERSHIP = 0x636f6e63;

/** Milliseconds between tries, while a server that crashed recovers. */
const AGAIN_MS = 100;

/**
 * Takes hold of the server at `url`. A connection that is cut is made anew, as often as it takes, while `isAlive` says that
 * the server's first process lives: it starts the others again by itself after a crash. `onLost` is called when it is gone.
 */
export async function takeHold(url: string, isAlive: () => boolean, onLost: () => void): Promise<Hold> {
  let leaving = false;
  const connected = async (): Promise<Client> => {
    const fresh = new Client({ connectionString: url, application_name: 'concord owner' });
    fresh.on('error', () => undefined);
    await fresh.connect();
    fresh.on('end', () => leaving || void again());
    return fresh;
  };
  const again = async () => {
    while (!leaving) {
      try {
        client = await connected();
        if (owner) await takeOwnership(client);
        return;
      } catch {
        if (leaving) return;
        if (!isAlive()) return onLost();
        await pause(AGAIN_MS, undefined, { ref: false });
      }
    }
  };
  let client = await connected();
  const owner = await takeOwnership(client);
  return {
    owner,
    leave: async () => {
      leaving = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** A killed owner's lock falls when its backend notices the closed socket, which may take a moment. */
async function takeOwnership(client: Client): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [OWNERSHIP]);
    if (rows[0]?.got === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
