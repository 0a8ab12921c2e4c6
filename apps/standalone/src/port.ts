// Whether a port can be had: asked before anything is started, so that a busy one costs nothing.
import { createServer } from 'node:net';
import { CannotStart } from './embedded-postgres.js';

/** What a person can do about each of the system's reasons. */
const remedies: Record<string, (place: string) => string> = {
  EADDRINUSE: (place) => `${place} is in use: stop what uses it, or set PORT to another.`,
  EACCES: (place) => `${place} is not allowed to this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: (place) => `${place} is not an address of this machine: set HOST to one that is.`,
  ENOTFOUND: (place) => `${place} names no address: set HOST to one of this machine.`,
};

/** The one line for an error of listening; null when the error is something else. */
export function portTrouble(error: unknown, host: string, port: number): CannotStart | null {
  const remedy = remedies[(error as { code?: string }).code ?? ''];
  return remedy ? new CannotStart(remedy(`Port ${port} on ${host}`)) : null;
}

/** Takes the port and lets it go again. @throws CannotStart with one line. */
export function portIsFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portTrouble(error, host, port) ?? error));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
