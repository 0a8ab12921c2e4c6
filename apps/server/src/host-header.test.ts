// A request is for us when it names us once: a name that was made to lead to this machine brings nobody in.
import { connect } from 'node:net';
import { nameIn } from './host-header.js';
import { openHttpGateway, type HttpGateway } from './http-gateway.js';

let door: HttpGateway;
beforeAll(async () => {
  door = await openHttpGateway('127.0.0.1', 0);
  const answers = { api: null, oidc: null, pages: (_request: unknown, response: { end(): void }) => response.end() };
  door.opens(answers, ['concord.example']);
});
afterAll(() => door.stop());

/** The status that these header lines get, byte for byte as they are sent. */
const status = (path: string, ...lines: string[]) =>
  new Promise<number>((resolve, reject) => {
    const socket = connect(door.port, '127.0.0.1', () =>
      socket.write([`GET ${path} HTTP/1.1`, 'connection: close', ...lines, '', ''].join('\r\n')),
    );
    socket.once('data', (data) => resolve(Number(data.toString().split(' ')[1])));
    socket.once('error', reject);
  });

test.each([
  'localhost',
  'localhost:3000',
  '127.0.0.1:80',
  'concord.example',
  'CONCORD.example.',
  'concord.example:443',
])('whoever comes to %s is answered', async (host) => {
  expect(await status('/', `Host: ${host}`)).toBe(200);
});

test.each([
  'rebound.example',
  'concord.example.evil.example',
  'localhost.evil.example',
  '192.0.2.1',
  '0.0.0.0',
  'xlocalhost',
])('whoever comes to %s is sent away, by whatever path', async (host) => {
  for (const path of ['/', '/graphql', '/graphiql', '/oidc/auth'])
    expect([path, await status(path, `Host: ${host}`)]).toEqual([path, 421]);
});

test('two names, no name and what is no name are no request', async () => {
  expect(await status('/', 'Host: localhost', 'Host: localhost')).toBe(400);
  expect(await status('/', 'Host: localhost', 'hOST: rebound.example')).toBe(400);
  expect(await status('/')).toBe(400);
  for (const host of ['', 'localhost,rebound.example', 'a@localhost', 'localhost:3000:1'])
    expect([host, await status('/', `Host: ${host}`)]).toEqual([host, 400]);
});

test('health is told to a load balancer whatever it calls us, and not to one that calls us two things', async () => {
  expect(await status('/health/live', 'Host: 10.0.0.7')).toBe(200);
  expect(await status('/health/live', 'Host: 10.0.0.7', 'Host: localhost')).toBe(400);
});

test('an IPv6 address is read with its brackets', () => {
  expect([nameIn('[::1]:3000'), nameIn('[2001:DB8::1]'), nameIn('::1')]).toEqual(['[::1]', '[2001:db8::1]', null]);
});
