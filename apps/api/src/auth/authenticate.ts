// Turns an Authorization header into the actor and scopes of a request, or says nothing but "sign in".
import type { FastifyBaseLogger } from 'fastify';
import { turnedAway } from '../graphql/errors.js';
import type { Actor } from '#libs/case';
import type { Session } from '#libs/sign-in';
import type { People } from '../ports/people.js';
import type { SignIn } from '../ports/sign-in.js';
import { shared } from './shared.js';
import { BadToken } from './tokens.js';
import type { Claims, Verifier } from './tokens.js';

/** Who asks and what their token allows beside what their role allows. */
export interface Caller {
  /** Null: a visitor, who may send what opens a session and nothing else (visitors.ts). */
  readonly actor: Actor | null;
  readonly scopes: ReadonlySet<string>;
  /** Null for an access token of the issuer. */
  readonly session: Session | null;
}

/** One answer for every failure: which check failed is in the log, never in the response. */
const unauthenticated = () => turnedAway('UNAUTHENTICATED', 'Sign in first.');

/**
 * Builds the check every GraphQL request passes once, before anything of it is read. Who a session belongs to and whether
 * they are let in is read from the database for every request, in one statement: what happened before it came counts.
 */
export function authenticator(verify: Verifier, people: People, signIn: SignIn, log: FastifyBaseLogger) {
  const entered = shared((token) => signIn.entered(token));
  const actors = shared((key) => people.actorFor(...(JSON.parse(key) as Parameters<People['actorFor']>)));
  const actorOf = ({ subject, serviceId, roles }: Claims) => actors(JSON.stringify([subject, serviceId, roles]));

  async function byAccessToken(token: string): Promise<Caller> {
    const claims = await verify.access(token);
    const actor = await actorOf(claims);
    if (!actor) throw new BadToken('NOBODY');
    return { actor, scopes: claims.scopes, session: null };
  }

  async function bySession(token: string): Promise<Caller> {
    const found = await entered(token);
    if (!found) throw new BadToken('SESSION');
    return { actor: found.actor, scopes: new Set(found.scopes), session: found.session };
  }

  return async (authorization: string | undefined): Promise<Caller> => {
    const token = /^Bearer ([\w-]+(?:\.[\w-]+\.[\w-]*)?)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    try {
      return await (token.includes('.') ? byAccessToken(token) : bySession(token));
    } catch (error) {
      if (!(error instanceof BadToken)) throw error;
      log.info({ refused: error.reason }, 'token refused');
      throw unauthenticated();
    }
  };
}
