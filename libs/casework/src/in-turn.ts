// Commands to one case take turns within this process: they would only clash and decide again.

import { performance } from 'node:perf_hooks';
import { Unavailable } from '#libs/database';

const last = new Map<string, Promise<unknown>>();

/** Milliseconds after which a turn that comes is not taken: pages wait ten seconds, and what nobody waits for is not done. */
const LONGEST_WAIT_MS = 8_000;

/**
 * Runs the work after everything already waiting under the same name, whether that went well or not. Throws Unavailable
 * where the turn came too late; the work was not begun then.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name);
  const came = performance.now();
  const inTime = (): Promise<T> => {
    if (performance.now() - came > LONGEST_WAIT_MS) throw new Unavailable('Others are still at work on this case');
    return work();
  };
  const mine = before ? before.then(inTime, inTime) : work();
  last.set(name, mine);
  try {
    return await mine;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}
