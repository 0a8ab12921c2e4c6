// Turns an Authorization header into the actor and scopes of a request, or says nothing but "sign in".
import type { FastifyBaseLogger } from 'fastify';
import { isUnavailable } from '#libs/database';
import { placeless, seldom, turnedAway, unavailable } from '../graphql/errors.js';
import type { Actor } from '#libs/case';
import type { ActorCheck } from '#libs/permissions';
import type { Session } from '#libs/sign-in';
import type { People } from '../../ports/people.js';
import type { SignIn } from '../../ports/sign-in.js';
import { LRUCache } from 'lru-cache';
import { shared } from './shared.js';
import { BadToken, type Verifier } from './tokens.js';

/** Who asks and what their token allows beside what their role allows. */
export interface Caller {
  /** Null: a visitor, who may send what opens a session and nothing else (visitors.ts). */
  readonly actor: Actor | null;
  readonly scopes: ReadonlySet<string>;
  /** Null for an access token of the issuer. */
  readonly session: Session | null;
  /** For an actor who is remembered from an earlier request: the request is answered only after they are looked up again. */
  readonly check?: ActorCheck;
}

/** The check every request passes. */
export interface Authenticator {
  /**
   * The caller behind this header. `remembered`: the caller of an earlier request with the same header may be used, with a
   * `check` still to be made; for a request that looks the caller up by itself.
   */
  (authorization: string | undefined, remembered?: boolean): Promise<Caller>;
  /** Makes the check of a caller where it was not made: the caller as they are now. Throws UNAUTHENTICATED when the token has no caller any more. */
  again(caller: Caller): Promise<Caller>;
}

/** One answer for every failure: which check failed is in the log, never in the response. */
const unauthenticated = () => turnedAway('UNAUTHENTICATED', 'Sign in first.');

// An actor and a key: some hundred bytes each.
const REMEMBERED = 10_000;

/**
 * Builds the check every GraphQL request passes once, before anything of it is read. Who a token or a session belongs to and
 * whether they are let in is read from the database for every request: what happened before it came counts. A command alone
 * reads it together with its case.
 */
export function authenticator(verify: Verifier, people: People, signIn: SignIn, log: FastifyBaseLogger): Authenticator {
  const entered = shared((token) => signIn.entered(token));
  const actors = shared((key) => people.actorFor(...(JSON.parse(key) as Parameters<People['actorFor']>)));
  const known = new LRUCache<string, Actor>({ max: REMEMBERED });
  const keyOf = ({ subject, serviceId, roles }: ActorCheck['claims']) =>
    JSON.stringify([subject, serviceId, roles ?? null]);

  async function actorOf(key: string): Promise<Actor> {
    const actor = await actors(key);
    if (actor) known.set(key, actor);
    else known.delete(key);
    if (!actor) throw new BadToken('NOBODY');
    return actor;
  }

  async function byAccessToken(token: string, remembered: boolean): Promise<Caller> {
    const { subject, serviceId, roles, scopes } = await verify.access(token);
    const claims = { subject, serviceId, roles };
    const key = keyOf(claims);
    const before = remembered ? known.get(key) : undefined;
    if (before) return { actor: before, scopes, session: null, check: { claims } };
    return { actor: await actorOf(key), scopes, session: null };
  }

  async function bySession(token: string): Promise<Caller> {
    const found = await entered(token);
    if (!found) throw new BadToken('SESSION');
    return { actor: found.actor, scopes: new Set(found.scopes), session: found.session };
  }

  const warn = seldom((error) => log.warn(placeless(error), 'who asks cannot be looked up'));
  const refused = (error: unknown): never => {
    if (isUnavailable(error)) {
      warn(error);
      throw unavailable();
    }
    if (!(error instanceof BadToken)) throw error;
    log.info({ refused: error.reason }, 'token refused');
    throw unauthenticated();
  };

  const authenticate = async (authorization: string | undefined, remembered = false): Promise<Caller> => {
    const token = /^Bearer ([\w-]+(?:\.[\w-]+\.[\w-]*)?)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    return (token.includes('.') ? byAccessToken(token, remembered) : bySession(token)).catch(refused);
  };
  const again = async ({ check, ...caller }: Caller): Promise<Caller> =>
    check ? { ...caller, actor: await actorOf(keyOf(check.claims)).catch(refused) } : caller;
  return Object.assign(authenticate, { again });
}
