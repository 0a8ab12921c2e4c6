// What HTTP itself gives away: headers on every answer, errors without detail, patience with slow clients, limits of haste.
import { connect } from 'node:net';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { createApp } from '../../src/server/start.js';
import { defaultLimits } from '../../src/server/limits/limits.js';
import {
  codeOf,
  emptyRegister,
  noCases,
  nothingToRead,
  openTestApi,
  register,
  type TestApi,
} from '../../../../test/harness/api/test-api.js';

const address = '/nowhere/Ann-Example?name=Ann';
let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await openTestApi();
  token = await api.token('fay');
});
afterAll(() => api.close());

const answers: Readonly<Record<string, () => Promise<{ status: number; headers: object; text: string }>>> = {
  'an answer': () => api.ask('{ me { id } }', token),
  'a refusal of who asks': () => api.ask('{ me { id } }', null),
  'a document that does not parse': () => api.ask('{', token),
  'a body that is too large': () => api.ask('#'.repeat(400_000), token),
  'a body of a wrong kind': () => api.send({ payload: 'x', headers: { 'content-type': 'text/plain' } }),
  'GET on /graphql': () => api.send({ method: 'GET', url: '/graphql' }),
  'a missing route': () => api.send({ method: 'GET', url: address }),
  'a route with another method': () => api.send({ method: 'POST', url: '/health/live', payload: {} }),
  'an address that cannot be read': () => api.send({ method: 'GET', url: '/%E0%A4%A' }),
  health: () => api.send({ method: 'GET', url: '/health/live' }),
  GraphiQL: () => api.send({ method: 'GET', url: '/graphiql' }),
  'a file of GraphiQL': () => api.send({ method: 'GET', url: '/graphiql/assets/start.js' }),
  'a missing file of GraphiQL': () => api.send({ method: 'GET', url: '/graphiql/assets/nothing.js' }),
};
/** What Helmet sets by itself; HSTS is for production. */
async function headersOfHelmet(): Promise<string[]> {
  const server = fastify();
  await server.register(helmet);
  server.get('/', () => 'x');
  const { headers } = await server.inject('/');
  await server.close();
  const own = ['content-type', 'content-length', 'date', 'connection', 'strict-transport-security'];
  return Object.keys(headers).filter((name) => !own.includes(name));
}

test.each(Object.keys(answers))(
  '%s carries every header that Helmet would set, and says nothing of the server',
  async (name) => {
    const { headers } = (await answers[name]?.()) ?? { headers: {} };
    for (const header of await headersOfHelmet())
      expect([name, header, header in headers]).toEqual([name, header, true]);
    expect(Object.keys(headers).filter((each) => /powered|^server$|^via$/.test(each))).toEqual([]);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
    if (!name.includes('file of')) expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(JSON.stringify(headers)).not.toMatch(/unsafe-|https?:|strict-transport/);
  },
);

test.each(Object.keys(answers))('%s does not say back what was sent, nor where it went wrong', async (name) => {
  const { text, status } = (await answers[name]?.()) ?? { text: '', status: 0 };
  if (status >= 400) expect(text).not.toMatch(/Ann|nowhere|%E0|FST_|stack|node_modules|Cannot|\.ts|"code":"FST/);
});

test('in production browsers are told to come by https only', async () => {
  const serious = await openTestApi({ production: true });
  const { headers } = await serious.send({ method: 'GET', url: '/health/live' });
  await serious.close();
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
});

/** A server on a port; sends some bytes on a connection and gives what came back when the other side closed it. */
async function onTheWire(bytes: string, limits = {}): Promise<string> {
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    production: false,
    auth: { ...api.issuer.auth },
    people: { actorFor: async () => null, nameOf: async () => null },
    casework: noCases,
    register: emptyRegister,
    reading: nothingToRead,
    reads: { record: async () => undefined },
    limits,
    log: { level: 'silent' },
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const said = await new Promise<string>((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => void (heard += data.toString()));
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard));
  });
  await app.close();
  return said;
}

test('a client that never ends its headers is not waited for', async () => {
  const said = await onTheWire('POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: ', { headersMs: 100, requestMs: 200 });
  expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(said).toContain('x-frame-options: DENY');
});

test('a client that never ends its body is not waited for', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{';
  expect(await onTheWire(head, { headersMs: 100, requestMs: 200 })).toMatch(/^HTTP\/1\.1 408 /);
});

test.each([
  ['words that are not HTTP', 'Ann Example\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'Ann '.repeat(10_000)}\r\n\r\n`, 431],
  [
    'two lengths for one body, as request smugglers send',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
])('%s are answered with a status and no more', async (_name, bytes, status) => {
  const said = await onTheWire(bytes);
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(said).toContain("content-security-policy: default-src 'none'");
  expect(said).not.toMatch(/Ann|HPE_/);
});

describe('haste', () => {
  test('one person who asks too often is told to wait, and nobody else is', async () => {
    const hasty = await openTestApi({ limits: { requestsPerMinute: 3 } });
    const [fay, mona] = [await hasty.token('fay'), await hasty.token('mona')];
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await hasty.ask('{ me { id } }', fay)).status);
    const refused = await hasty.ask('{ me { id } }', fay);
    const other = await hasty.ask('{ me { id } }', mona);
    await hasty.close();
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(codeOf(refused)).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['x-frame-options']).toBe('DENY');
    expect(other.status).toBe(200);
  });

  test('a token that is refused over and over is turned away before it is checked again', async () => {
    let asked = 0;
    const people = {
      actorFor: async (subject: string) => ((asked += 1), register.get(subject) ?? null),
      nameOf: async () => null,
    };
    const watched = await openTestApi({ people, limits: { strangersPerMinute: 5 } });
    const nobody = await watched.token('nobody');
    const statuses = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await watched.ask('{ me { id } }', nobody)).status);
    await watched.close();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(asked).toBe(5);
  });

  test('whoever comes with a good token is let in, whatever was invented at their address', async () => {
    const watched = await openTestApi({ limits: { strangersPerMinute: 5 } });
    for (let n = 0; n < 20; n += 1) await watched.ask('{ me { id } }', `cs_${String(n).padStart(64, '0')}`);
    const [invented, good] = [await watched.ask('{ me { id } }', 'x.y.z'), await watched.token('fay')];
    const letIn = await watched.ask('{ me { id } }', good);
    await watched.close();
    expect([invented.status, letIn.status]).toEqual([429, 200]);
  });

  test('an address that somebody else writes into a header is not believed', async () => {
    const watched = await openTestApi({ limits: { strangersPerMinute: 2 } });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) {
      const headers = { 'x-forwarded-for': `192.0.2.${n}`, forwarded: `for=192.0.2.${n}` };
      statuses.push((await watched.send({ payload: { query: '{ me { id } }' }, headers })).status);
    }
    await watched.close();
    expect(statuses).toEqual([401, 401, 429, 429]);
  });

  test('by default a person may ask for three documents a page and a page a second, ten times over', () => {
    expect(defaultLimits.requestsPerMinute).toBeGreaterThanOrEqual(60 * 3 * 5);
  });
});
