// The pages without a port, and a browser of sorts: it keeps cookies and finds form tokens, and runs no script.
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createWeb, type WebOptions } from '../../../apps/web/src/index.js';

/** Pages whose API and sign-in provider are whatever `options` say; without any, there is none. */
export async function openPages(options: Partial<WebOptions> = {}): Promise<Pages> {
  const app = await createWeb({
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    apiUrl: 'http://127.0.0.1:1/graphql', // nobody listens there
    apiSecret: 'of these tests',
    key: randomBytes(32),
    issuer: null,
    log: { level: 'silent' },
    ...options,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, visitor: () => new Visitor(app), close: () => app.close() };
}
export interface Pages {
  readonly app: NestFastifyApplication;
  /** A visitor with a browser of their own. */
  visitor(): Visitor;
  close(): Promise<void>;
}

/** An answer as a browser has it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly html: string;
  readonly location: string | undefined;
  /** `Set-Cookie` lines. */
  readonly set: readonly string[];
}

export class Visitor {
  readonly cookies = new Map<string, string>();
  private token = '';

  constructor(private readonly app: NestFastifyApplication) {}

  /** Opens a page. */
  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, headers);
  }

  /** Sends a form of the page that was last opened; a `_csrf` in the fields replaces the page's own. */
  post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams({ _csrf: this.token, ...fields }).toString();
    return this.send('POST', url, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  private async send(method: 'GET' | 'POST', url: string, payload: string | undefined, headers: object) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.app.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    const set = [reply.headers['set-cookie'] ?? []].flat();
    for (const line of set) this.keep(line);
    this.token = /name="_csrf" value="([^"]*)"/.exec(reply.payload)?.[1] ?? this.token;
    const location = reply.headers['location'];
    return {
      status: reply.statusCode,
      headers: reply.headers,
      html: reply.payload,
      location: typeof location === 'string' ? location : undefined,
      set,
    };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A page without what differs from one visit to the next: the form token. */
export const without = (html: string): string => html.replaceAll(/name="_csrf" value="[^"]*"/g, '');
