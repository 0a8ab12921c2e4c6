// A connection that is cut: how its error is known, and how work that may be done twice is done again on another one.
import pg from 'pg';

// The server said goodbye: it was told to stop (57P01 to 57P03), or class 08, connection exceptions.
const byServer = /^(08|57P0)/;
// The socket, and what the driver says of one that closed.
const bySocket = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED']);
const byDriver = /^(Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the connection is gone. What was under way on it may have happened or not. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof pg.DatabaseError ? byServer.test(code) : bySocket.has(code) || byDriver.test(error.message);
}

/**
 * Does the work, and once more when its connection is cut. For reads, and for a write that finds out by itself that it has
 * happened already: whether the first one was committed is not known.
 */
export async function retryOnLostConnection<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isLost(error)) return work();
    throw error;
  }
}
