// What is kept between two steps of signing in or of referring oneself, sealed in a cookie of an hour: no server memory, nothing to read or change.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** Seconds. An hour: somebody who tells what happened writes, stops, and goes on; a device may be shared with whoever must not know. */
export const FLOW_STATE_SECONDS = 60 * 60;
export const FLOW_STATE = 'flow';

const kept = {
  /** A staff sign-in that was begun here: only this browser can finish it. */
  signIn: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  /** The invitation code that was entered, for the second step. It is never in an address and never shown again. */
  invitation: z.string(),
  /** What opens the answers of somebody who refers themselves. It is never in an address. */
  selfReferral: z.object({ code: z.string(), session: z.string() }),
} as const;
type Kept = { [Name in keyof typeof kept]: z.infer<(typeof kept)[Name]> };

interface Sealed {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  delete(): void;
}
const sealed = (request: FastifyRequest) => (request as unknown as Record<typeof FLOW_STATE, Sealed>)[FLOW_STATE];

/** What was kept under the name; null when nothing is, it is too old, or the cookie was changed. */
export function flowState<Name extends keyof Kept>(request: FastifyRequest, name: Name): Kept[Name] | null {
  const read = kept[name].safeParse(sealed(request).get(name));
  return read.success ? (read.data as Kept[Name]) : null;
}

/** Keeps one thing for the next step; what else was kept is kept no longer. */
export function keepFlowState<Name extends keyof Kept>(request: FastifyRequest, name: Name, value: Kept[Name]): void {
  for (const other of Object.keys(kept)) sealed(request).set(other, undefined);
  sealed(request).set(name, value);
}

/** Forgets it: each step happens once. */
export const clearFlowState = (request: FastifyRequest): void => sealed(request).delete();
