// The port of a process, or the one line that says why it cannot be had.
import { openHttpGateway, type HttpGateway } from './http-gateway.js';
import { CannotStart, type Stopping } from '#libs/config';

/** What a person can do about each of the system's reasons. */
const remedies: Record<string, (place: string) => string> = {
  EADDRINUSE: (place) => `${place} is in use: stop what uses it, or set PORT to another.`,
  EACCES: (place) => `${place} is not allowed to this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: (place) => `${place} is not an address of this machine: set HOST to one that is.`,
  ENOTFOUND: (place) => `${place} names no address: set HOST to one of this machine.`,
};

/** The one line for an error of listening; null when the error is something else. */
function portTrouble(error: unknown, host: string, port: number): CannotStart | null {
  const remedy = remedies[(error as { code?: string }).code ?? ''];
  return remedy ? new CannotStart(remedy(`Port ${port} on ${host}`)) : null;
}

/** Opens the door before anything else is started, so that a busy port costs nothing. @throws CannotStart with one line. */
export function openDoor(host: string, port: number, stopping: Stopping): Promise<HttpGateway> {
  return openHttpGateway(host, port, stopping).catch((error: unknown) => {
    throw portTrouble(error, host, port) ?? error;
  });
}
