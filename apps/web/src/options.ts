// Everything the pages are given by the program that starts them; nothing is read from the environment here.

/** Where the log goes. `silent` writes nothing. */
export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Anything with a `write` method; standard output when left out. */
  readonly to?: { write(line: string): void };
}

/** The sign-in provider of the service's staff, known to it as a client. */
export interface IssuerOptions {
  /** Its issuer identifier; `/.well-known/openid-configuration` is read below it. Plain http only on this machine. */
  readonly url: string;
  readonly clientId: string;
  /** Left out for a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
  /** Scopes asked for beside `openid`, with spaces between. */
  readonly scope?: string;
  /** How to reach it, when its address is not one this process can use; the global `fetch` when left out. */
  readonly fetch?: typeof fetch;
}

export interface WebOptions {
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** The address people type, without a path: `https://…` makes cookies Secure and sends HSTS. */
  readonly publicUrl: string;
  /** Where GraphQL is answered, with its path. */
  readonly apiUrl: string;
  /** Known to the API as well: a request that carries it is believed about a visitor's address. */
  readonly apiSecret: string;
  /** At least 32 bytes that cookies are sealed and signed under; the same in every process that serves these pages. */
  readonly key: Buffer;
  /** Keys that still open and verify cookies, while `key` is being changed. */
  readonly acceptedKeys?: readonly Buffer[];
  /** Null: staff cannot sign in with pages, and are told so. */
  readonly issuer: IssuerOptions | null;
  /** Addresses of the proxies whose X-Forwarded-For is believed, as Fastify reads them; left out: none. */
  readonly trustProxy?: string;
  /** The file that says how the pages of this service look (look/look.ts); null or left out: as they come. */
  readonly look?: string | null;
  readonly log?: LogOptions;
}

/** Running pages. */
export interface RunningWeb {
  /** For example http://127.0.0.1:4001, without a path. */
  readonly url: string;
  readonly port: number;
  /** Answers what is under way, then closes the port. */
  stop(): Promise<void>;
}
