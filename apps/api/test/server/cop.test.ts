// The twelve checks of graphql-cop, each as somebody with the explore scope would try it, the introspection ones also without.
import { getIntrospectionQuery } from 'graphql';
import { request } from 'node:http';
import { openHttpGateway } from '../../../server/src/http-gateway.js';
import { createApp } from '../../src/server/start.js';
import { copChecks, type Sends } from './cop-checks.js';
import {
  codeOf,
  emptyRegister,
  noCases,
  nothingToRead,
  openTestApi,
  register,
  SERVICE,
  type TestApi,
} from '../../../../test/harness/api/test-api.js';

let api: TestApi;
let token: string;
let bearer: { authorization: string };
beforeAll(async () => {
  api = await openTestApi();
  token = await api.token('fay');
  bearer = { authorization: `Bearer ${token}` };
});
afterAll(() => api.close());
const many = (times: number, make: (n: number) => string) => Array.from({ length: times }, (_, n) => make(n)).join(' ');

test('1. a hundred aliases of one field are refused', async () => {
  const reply = await api.ask(`{ ${many(101, (n) => `alias${n}: __typename`)} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
  expect(reply.body.data).toBeUndefined();
});

test('2. queries in a batch are refused', async () => {
  const reply = await api.send({
    payload: Array.from({ length: 10 }, () => ({ query: '{ __typename }' })),
    headers: bearer,
  });
  expect(reply.status).toBe(400);
  expect(codeOf(reply)).toBe('BAD_USER_INPUT');
});

test('3. ten directives on a field are refused, not answered with ten errors', async () => {
  const reply = await api.ask(`{ __typename ${'@aa'.repeat(10)} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
  expect(reply.body.errors).toHaveLength(1);
});

test('4. introspection that goes round in circles is refused', async () => {
  const circle = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${circle(depth - 1)} } }`);
  const reply = await api.ask(`{ __schema { types { ${circle(6)} } } }`, token);
  expect(codeOf(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('5. five hundred times the same field is refused', async () => {
  const reply = await api.ask(`{ ${many(500, () => '__typename')} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
});

test('6. a misspelt field is not answered with the right spelling', async () => {
  const reply = await api.ask('{ mee { id } }', token);
  expect(codeOf(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(reply.text).not.toMatch(/did you mean/i);
});

test('7. the schema is not shown to a token without the explore scope', async () => {
  const reply = await api.ask(getIntrospectionQuery(), await api.token('fay', ''));
  expect(reply.status).toBe(403);
  expect(codeOf(reply)).toBe('FORBIDDEN');
});

test('8. queries are not answered to GET', async () => {
  const reply = await api.send({
    method: 'GET',
    url: '/graphql?query={__typename}',
    headers: { ...bearer, 'apollo-require-preflight': '1' },
  });
  expect(reply.status).toBe(405);
  expect(reply.headers['allow']).toBe('POST');
});

test('9. mutations are not carried out by GET', async () => {
  const reply = await api.send({
    method: 'GET',
    url: '/graphql?query=mutation{ping}',
    headers: { ...bearer, 'apollo-require-preflight': '1' },
  });
  expect(reply.status).toBe(405);
});

test('10. a form from another site is not read', async () => {
  const form = await api.send({
    payload: 'query=%7B__typename%7D',
    headers: { ...bearer, 'content-type': 'application/x-www-form-urlencoded' },
  });
  const plain = await api.send({
    payload: '{"query":"{__typename}"}',
    headers: { ...bearer, 'content-type': 'text/plain' },
  });
  expect([form.status, plain.status]).toEqual([415, 415]);
  expect(codeOf(form)).toBe('BAD_USER_INPUT');
});

test('11. no trace is given', async () => {
  const reply = await api.ask('{ __typename }', token);
  expect(reply.text).not.toMatch(/tracing|ftv1|"extensions"/);
});

test('12. an error tells nothing of the inside', async () => {
  const reply = await api.ask('query cop { { } }', token);
  expect(codeOf(reply)).toBe('GRAPHQL_PARSE_FAILED');
  expect(reply.text).not.toMatch(/stacktrace|exception|node_modules|\.ts|\.js/);
});

test('somebody with the explore scope can read the whole schema, as GraphiQL does', async () => {
  const reply = await api.ask(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }), token);
  expect(reply.status).toBe(200);
  expect(reply.body.errors).toBeUndefined();
});

/** Each way in which the API is started, and who tries. `explores` is false for the tokens of pages. */
const modes = {
  'outside production, with a demo token': { production: false, explores: true, demo: true, door: false },
  'outside production, with the token of a page': { production: false, explores: false, demo: true, door: false },
  'outside production, without the demo tokens': { production: false, explores: true, demo: false, door: false },
  'in production, with the explore scope': { production: true, explores: true, demo: false, door: false },
  'in production, with the token of a page': { production: true, explores: false, demo: false, door: false },
  'without any token': { production: true, explores: null, demo: false, door: false },
  'through the front door, outside production': { production: false, explores: true, demo: true, door: true },
  'through the front door, in production': { production: true, explores: false, demo: false, door: true },
} as const;

describe.each(Object.entries(modes))('%s', (_mode, { production, explores, demo, door }) => {
  let sends: Sends;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const options = { production, ...(!demo && { demoTokens: [] }) };
    const started = await (door ? behindADoor(options) : openTestApi(options));
    const token = explores === null ? null : await api.issuer.sign(fay, { scope: explores ? 'explore' : '' });
    close = started.close;
    sends = async ({ method = 'POST', query, payload, kind = 'application/json' }) =>
      started.send({
        method,
        url: `/graphql${query === undefined ? '' : `?query=${encodeURIComponent(query)}`}`,
        headers: {
          ...(payload !== undefined && { 'content-type': kind }),
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        ...(payload !== undefined && { payload }),
      });
  });
  afterAll(() => close());

  test.each(Object.keys(copChecks))('%s does not work', async (name) => {
    if (explores === true && name.startsWith('introspection')) return; // they may: that is what the scope is for
    expect(await copChecks[name]?.(sends)).toBe(false);
  });
});

const fay = { subject: 'fay', serviceId: SERVICE };
/** The same API behind the gateway that everything comes through. */
async function behindADoor({ production }: { production: boolean }) {
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    production,
    auth: api.issuer.auth,
    people: { actorFor: async (subject) => register.get(subject) ?? null, nameOf: async () => null },
    casework: noCases,
    register: emptyRegister,
    reading: nothingToRead,
    reads: { record: async () => undefined },
    log: { level: 'silent' },
  });
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  const front = await openHttpGateway('127.0.0.1', 0);
  front.opens({
    api: (asked, answer) => void server.routing(asked, answer),
    oidc: null,
    pages: (_asked, answer) => void answer.writeHead(404).end(),
  });
  return {
    send: ({ method, url, headers, payload }: Parameters<TestApi['send']>[0]) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const sent = request(`${front.url}${url ?? ''}`, { method, headers }, (answer) => {
          let text = '';
          answer.on('data', (data: Buffer) => void (text += data.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        });
        sent.on('error', reject);
        sent.end(payload === undefined ? undefined : typeof payload === 'string' ? payload : JSON.stringify(payload));
      }),
    close: async () => {
      await front.stop();
      await app.close();
    },
  };
}
