// The cookies of the pages: what each is for, how long it lives, and who may send it along.
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: only this host over TLS can have set it. Browsers refuse the prefix on plain http. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export const cookieFlags = (secure: boolean, sameSite: 'lax' | 'strict'): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  secure,
  sameSite,
});

/** A year: a language is not a secret, and asking again each day is a nuisance. */
const LANGUAGE_SECONDS = 365 * 24 * 60 * 60;

/** What an API session token looks like; anything else is not sent on. */
const TOKEN = /^cs_[\w-]{20,200}$/;

/**
 * The session and language cookies of one exchange. The session is Strict: no other site can make a browser send it, not
 * even by a link. It has no age of its own: the API ends sessions, and a closed browser forgets it.
 */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply, secure: boolean) {
  const session = cookieName('session', secure);
  const language = cookieName('language', secure);
  const form = cookieName('form', secure);
  const told = cookieName('told', secure);
  return {
    session: (): string | null => {
      const token = request.cookies[session];
      return token !== undefined && TOKEN.test(token) ? token : null;
    },
    /** The secret behind form tokens is dropped with it: a form from before does not work after. */
    keepSession: (token: string) => {
      reply.setCookie(session, token, cookieFlags(secure, 'strict'));
      reply.clearCookie(form, cookieFlags(secure, 'lax'));
    },
    dropSession: () => {
      reply.clearCookie(session, cookieFlags(secure, 'strict'));
      reply.clearCookie(form, cookieFlags(secure, 'lax'));
    },
    /** Whether this browser was told how leaving works. */
    isTold: (): boolean => request.cookies[told] !== undefined,
    keepTold: () => void reply.setCookie(told, '1', cookieFlags(secure, 'strict')),
    language: (): string | undefined => request.cookies[language],
    keepLanguage: (chosen: string) => {
      reply.setCookie(language, chosen, { ...cookieFlags(secure, 'lax'), maxAge: LANGUAGE_SECONDS });
    },
  };
}
export type Cookies = ReturnType<typeof cookiesOf>;
