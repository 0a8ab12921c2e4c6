// One reading for all requests that asked the same before it began: spared work, and never an answer older than the question.

/**
 * Shares readings. A reading begins once everything that has arrived meanwhile is read from the sockets, and a request
 * that asks after it began starts the next one: what changed before a request came is always seen by it.
 */
export function shared<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const toCome = new Map<string, Promise<T>>();
  return (key) => {
    const waiting = toCome.get(key);
    if (waiting) return waiting;
    const answer = new Promise<void>((begin) => setImmediate(begin)).then(() => {
      toCome.delete(key);
      return read(key);
    });
    toCome.set(key, answer);
    return answer;
  };
}
