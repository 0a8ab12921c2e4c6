// A database that does not answer: how its errors are known, and how work that may be done twice is done again on another connection.
import pg from 'pg';

// The server said goodbye: it was told to stop (57P01 to 57P03), class 08, connection exceptions; 25006: it has become a
// standby, and another server takes what is written.
const goodbye = /^(08|57P0|25006)/;
// Out of disk, memory or connections (53), the system's own errors (58), a lock (55P03) or an answer (57014) not had in time.
const trouble = /^(53|58|55P03|57014)/;
// The socket, and what the driver says of one that closed. ENOENT: the socket's file went with its server.
const bySocket = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED', 'ENOENT']);
const byNetwork = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED']);
const closed = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const silent = /^Query read timeout/;
const untaken = /^(timeout expired|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Work that was given up before it began, because what it needs is not to be had now. It may be asked for again. */
export class Unavailable extends Error {}

/** Whether an error says that the connection is gone, or of no use any more. What was under way on it may have happened or not. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return goodbye.test(codeOf(error));
  return bySocket.has(codeOf(error)) || closed.test(error.message) || silent.test(error.message);
}

/** Whether an error says that the database cannot answer now, and nothing of what was asked. The same may be asked again. */
export function isUnavailable(error: unknown): boolean {
  if (isLost(error) || error instanceof Unavailable) return true;
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return trouble.test(codeOf(error));
  return byNetwork.has(codeOf(error)) || untaken.test(error.message);
}

/**
 * Does the work, and once more when its connection is cut. For reads, and for a write that finds out by itself that it has
 * happened already: whether the first one was committed is not known. A server that kept silent is not asked again: its
 * time is used up.
 */
export async function retryOnLostConnection<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isLost(error) && !silent.test((error as Error).message)) return work();
    throw error;
  }
}
