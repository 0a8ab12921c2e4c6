// What resolvers know of a request: who asks, when, and the loaders that live as long as it does.
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/authenticate.js';
import type { Actor } from '#libs/case';
import type { ActorCheck } from '#libs/permissions';
import type { Session } from '#libs/sign-in';

/** The service that is asked: that of whoever is signed in, else the one whose public pages these are; null when there is none. */
export const serviceAsked = (
  { caller }: RequestContext,
  { publicService = null }: { readonly publicService?: string | null },
): string | null => caller.actor?.serviceId ?? publicService;

/** One per GraphQL request. Apollo hands resolvers a copy: plain fields and methods survive that, private ones would not. */
export class RequestContext {
  /** Null for a visitor, whom only the resolvers of what visitors may send meet (auth/visitors.ts); the type leaves that case out. */
  readonly actor: Actor;
  readonly scopes: ReadonlySet<string>;
  /** The session the request came with; null for an access token of the issuer. */
  readonly session: Session | null;
  /** For an actor remembered from an earlier request: made by the command that reads the case, else before the answer leaves. */
  readonly check: ActorCheck | undefined;
  private readonly came = Date.now();
  private held: Map<unknown, unknown> | undefined;

  /** `req` is there because Nest would otherwise copy the context once more to add it. */
  constructor(
    readonly caller: Caller,
    readonly req: FastifyRequest,
    /** The network address it came from; for limits, and kept nowhere. */
    readonly address: string,
  ) {
    this.actor = caller.actor as Actor;
    this.scopes = caller.scopes;
    this.session = caller.session;
    this.check = caller.check;
  }

  /** The instant that every rule of this request is judged at (ISO). */
  get at(): string {
    return new Date(this.came).toISOString();
  }

  /** Makes a thing once for the request and gives it back under the same key: loaders, mostly. */
  memo<T>(key: unknown, make: () => T): T {
    const held = (this.held ??= new Map());
    if (!held.has(key)) held.set(key, make());
    return held.get(key) as T;
  }
}
