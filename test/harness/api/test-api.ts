// The real Nest application over ports in memory: three people, one case that refuses, one that is stale.
import { demoTokens, type DemoIssuer } from '../../../apps/api/src/server/auth/demo-issuer.js';
import { createApp } from '../../../apps/api/src/server/start.js';
import type { ApiOptions } from '../../../apps/api/src/options.js';
import type { Actor } from '#libs/case';
import type { Command } from '#libs/casework';
import type { Casework } from '../../../apps/api/src/ports/casework.js';
import type { Reading } from '../../../apps/api/src/ports/reading.js';
import type { Register } from '../../../apps/api/src/ports/register.js';

export const SERVICE = '5e000000-0000-4000-8000-000000000001';
const staff = (id: string, role: 'facilitator' | 'manager'): Actor => ({
  kind: 'staff',
  id,
  serviceId: SERVICE,
  roles: [role],
});

/** Everybody the invented staff register knows, by subject. */
export const register = new Map<string, Actor>([
  ['fay', staff('f0000000-0000-4000-8000-000000000001', 'facilitator')],
  ['mona', staff('f0000000-0000-4000-8000-000000000002', 'manager')],
  ['harry', { kind: 'participant', id: 'd0000000-0000-4000-8000-000000000003', serviceId: SERVICE }],
]);

/** A service without a case. */
export const noCases: Casework = {
  tell: async () => ({ ok: false, why: 'not-found' }),
  preview: async () => ({ ok: false, why: 'not-found' }),
  openCase: async () => ({ ok: false, why: 'not-permitted', blockers: [] }),
};
/** Registers without persons, offences or areas. */
export const emptyRegister: Register = {
  addPerson: async () => undefined,
  hasFound: async () => false,
  forgetNewcomer: async () => undefined,
  offencesByReference: async () => new Map(),
  serves: async () => false,
};

const nothing = { rows: [], hasNext: false, hasPrevious: false };
/** A service with nothing to read. */
export const nothingToRead: Reading = {
  cases: {
    caseload: async () => nothing,
    casesFor: async () => new Map(),
    caseAsOf: async () => null,
    journal: async () => null,
    notices: async () => new Map(),
    texts: async () => new Map(),
    ownLetters: async () => new Map(),
    wordsReceived: async () => [],
    tasks: async () => nothing,
    finishTask: async () => null,
    staff: async () => [],
  },
  people: { suggestions: async () => nothing, search: async () => nothing },
  service: {
    service: async () => null,
    notices: async () => nothing,
    messages: async () => [],
  },
  names: async () => new Map(),
  namesToCheck: async () => new Map(),
  held: async () => new Map(),
};

export interface Reply {
  readonly status: number;
  readonly body: {
    readonly data?: Record<string, unknown>;
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  };
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A running application without a port, its issuer, and what it logged. */
export interface TestApi {
  readonly issuer: DemoIssuer;
  readonly log: string[];
  readonly told: Command[];
  /** A good token of that person; without the explore scope when `scope` says so. */
  token(subject: string, scope?: string): Promise<string>;
  /** Sends a document as that token's holder. */
  ask(query: string, token: string | null, variables?: object): Promise<Reply>;
  /** Sends anything. */
  send(request: {
    method?: 'GET' | 'POST';
    url?: string;
    headers?: Record<string, string>;
    payload?: unknown;
  }): Promise<Reply>;
  close(): Promise<void>;
}

/** Opens the API; `replaced` takes the place of its options. */
export async function openTestApi(replaced: Partial<ApiOptions> = {}): Promise<TestApi> {
  const people = [...register.keys()].map((subject) => ({ role: subject, subject, serviceId: SERVICE }));
  const issuer = await demoTokens({ people });
  const log: string[] = [];
  const told: Command[] = [];
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    production: false,
    auth: issuer.auth,
    demoTokens: issuer.tokens,
    people: {
      actorFor: async (subject) => register.get(subject) ?? null,
      nameOf: async (actor) => (actor.kind === 'staff' ? 'Fay Example' : null),
    },
    casework: {
      ...noCases,
      tell: async (_actor, command) => {
        told.push(command);
        return { ok: true, caseId: command.caseId, revision: 2 };
      },
    },
    register: emptyRegister,
    reading: nothingToRead,
    reads: { record: async () => undefined },
    log: { level: 'debug', to: { write: (line) => void log.push(line) } },
    ...replaced,
  });
  await app.init();

  const send: TestApi['send'] = async ({ method = 'POST', url = '/graphql', headers = {}, payload }) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...(payload !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    });
    const body =
      answer.body !== '' && /json/.test(String(answer.headers['content-type'])) ? answer.json<Reply['body']>() : {};
    return { status: answer.statusCode, body, text: answer.body, headers: answer.headers };
  };
  return {
    issuer,
    log,
    told,
    token: (subject, scope = 'explore') => issuer.sign({ subject, serviceId: SERVICE }, { scope }),
    ask: (query, token, variables) =>
      send({
        payload: { query, ...(variables && { variables }) },
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      }),
    send,
    close: () => app.close(),
  };
}

/** The code of the first error of a reply. */
export const codeOf = (reply: Reply): unknown => reply.body.errors?.[0]?.extensions['code'];
