// Turns an Authorization header into the actor and scopes of a request, or says nothing but "sign in".
import type { FastifyBaseLogger } from 'fastify';
import { turnedAway } from '../graphql/errors.js';
import type { Actor } from '#libs/case';
import type { People } from '../ports/people.js';
import { actorReader } from './actors.js';
import type { AuthOptions } from './options.js';
import { BadToken, tokenVerifier } from './tokens.js';

/** Who asks and what their token allows beside what their role allows. */
export interface Caller {
  readonly actor: Actor;
  readonly scopes: ReadonlySet<string>;
}

/** One answer for every failure: which check failed is in the log, never in the response. */
const unauthenticated = () => turnedAway('UNAUTHENTICATED', 'Sign in first.');

/** Builds the check every GraphQL request passes once, before anything of it is read. */
export function authenticator(options: AuthOptions, people: People, log: FastifyBaseLogger) {
  const verify = tokenVerifier(options);
  const actorFor = actorReader(people, options.actorFreshFor);
  return async (authorization: string | undefined): Promise<Caller> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    try {
      const claims = await verify(token);
      const actor = await actorFor(claims.subject, claims.serviceId);
      if (actor) return { actor, scopes: claims.scopes };
      throw new BadToken('NOBODY');
    } catch (error) {
      if (!(error instanceof BadToken)) throw error;
      log.info({ refused: error.reason }, 'token refused');
      throw unauthenticated();
    }
  };
}
