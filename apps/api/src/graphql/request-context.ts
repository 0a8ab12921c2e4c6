// What resolvers know of a request: who asks, when, and the loaders that live as long as it does.
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/authenticate.js';
import type { Actor } from '../ports/actor.js';

/** One per GraphQL request; Apollo passes a copy of it that shares everything below. */
export class RequestContext {
  readonly actor: Actor;
  readonly scopes: ReadonlySet<string>;
  /** The instant that every rule of this request is judged at (ISO). */
  readonly at: string;
  /** Makes a thing once for the request and gives it back to whoever asks with the same key: loaders, mostly. */
  readonly kept: <T>(key: unknown, make: () => T) => T;

  /** `req` is there because Nest would otherwise copy the context once more to add it. */
  constructor(
    caller: Caller,
    readonly req: FastifyRequest,
  ) {
    this.actor = caller.actor;
    this.scopes = caller.scopes;
    this.at = new Date().toISOString();
    // Held by the closure: Apollo copies the fields of this object, not what is private to it.
    const kept = new Map<unknown, unknown>();
    this.kept = <T>(key: unknown, make: () => T): T => {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    };
  }
}
