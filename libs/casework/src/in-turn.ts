// Commands to one case take turns within this process: they would only clash and decide again.

const last = new Map<string, Promise<unknown>>();

/** Runs the work after everything already waiting under the same name, whether that went well or not. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name);
  const mine = before ? before.then(work, work) : work();
  last.set(name, mine);
  try {
    return await mine;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}
