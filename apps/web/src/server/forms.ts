// Forms: read from the body, and refused unless they came from a page of ours in the same browser.
import { hkdfSync } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import secureSession from '@fastify/secure-session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cookieFlags, cookieName } from './cookies.js';
import { FLOW_STATE, FLOW_STATE_SECONDS } from './flow-state.js';
import { HttpProblem } from './problem/http-problem.js';

/** Bytes: the longest answer has 20,000 letters, and a browser sends a letter as nine bytes at most. */
export const BODY_BYTES = 250_000;

/** Bytes of one file: a directory of a whole country has some thousands of entries of two kilobytes. */
export const FILE_BYTES = 10_000_000;
/** The routes that take one. */
const takesFiles: ReadonlySet<string> = new Set(['/directory/file', '/referrals']);

/**
 * Registers cookies, form bodies and the check that every request but a reading one passes, whatever its route. The first
 * of the keys seals and signs; all of them open and verify.
 */
export function readForms(server: FastifyInstance, secure: boolean, keys: readonly Buffer[]): void {
  void server.register(cookie, { secret: keys.map((key) => derived(key, 'cookies signed')) });
  void server.register(secureSession, [
    {
      sessionName: FLOW_STATE,
      cookieName: cookieName(FLOW_STATE, secure),
      key: keys.map((key) => derived(key, 'cookies sealed')),
      expiry: FLOW_STATE_SECONDS,
      cookie: { ...cookieFlags(secure, 'lax'), maxAge: FLOW_STATE_SECONDS },
    },
  ] as unknown as Parameters<typeof secureSession>[1]);
  void server.register(formbody, { bodyLimit: BODY_BYTES });
  // Before a file is read, its route must be one that takes files.
  server.addHook('onRequest', async (request) => {
    const isFile = request.headers['content-type']?.startsWith('multipart/') ?? false;
    if (isFile && !takesFiles.has(request.routeOptions.url ?? '')) throw new HttpProblem(400);
  });
  void server.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: FILE_BYTES, files: 1, fields: 20, parts: 21 },
  });
  void server.register(csrf, {
    cookieKey: cookieName('form', secure),
    cookieOpts: { ...cookieFlags(secure, 'lax'), signed: true },
    getToken: ({ body }: FastifyRequest) => {
      const token = (body as Record<string, unknown> | null)?.['_csrf'];
      return typeof token === 'string' ? token : undefined;
    },
    logLevel: 'debug',
  });
  server.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') return done();
    // Browsers say where a form was sent from; those too old to say it are held by the token alone.
    const from = request.headers['sec-fetch-site'];
    if (from !== undefined && from !== 'same-origin' && from !== 'none') return done(new HttpProblem(403));
    server.csrfProtection(request, reply, done);
  });
}

/** A key for one use: what is learned about one says nothing about another. */
const derived = (key: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', use, 32));
