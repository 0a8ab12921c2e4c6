// One port for everything: what goes where, what is said before it is open, and a sign-in provider that production refuses.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHttpGateway, type HttpGateway } from './http-gateway.js';
import { embeddedProvider } from '../../demo/src/oidc/provider.js';
import { publicUrlFor } from './serve.js';

let door: HttpGateway;
beforeEach(async () => void (door = await openHttpGateway('127.0.0.1', 0)));
afterEach(() => door.stop());

const named =
  (name: string): RequestListener =>
  (_request, response) =>
    void response.end(name);
const ask = async (path: string) => (await fetch(door.url + path)).text();

test('GraphQL, the provider and the pages share a port, and a page that only begins like one of them is a page', async () => {
  door.opens({ api: named('api'), oidc: named('oidc'), pages: named('pages') });
  for (const path of ['/graphql', '/graphql?query=x', '/graphiql', '/graphiql/assets/x.js', '/health/ready'])
    expect([path, await ask(path)]).toEqual([path, 'api']);
  for (const path of ['/oidc', '/oidc/auth?x=1']) expect([path, await ask(path)]).toEqual([path, 'oidc']);
  for (const path of ['/', '/start', '/graphqlx', '/healthy', '/oidcx', '//graphql', '/x/graphql'])
    expect([path, await ask(path)]).toEqual([path, 'pages']);
});

test('without a provider of its own, its address is a page like any other', async () => {
  door.opens({ api: named('api'), oidc: null, pages: named('pages') });
  expect(await ask('/oidc/auth')).toBe('pages');
});

test('whoever comes before it is open is told to come back', async () => {
  const { status, headers } = await fetch(door.url);
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
});

test('a port that is taken is the system’s error, and nothing is left behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(openHttpGateway('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
});

test('people type localhost where this machine alone is listened on, and the address itself elsewhere', () => {
  expect(publicUrlFor('127.0.0.1', door)).toBe(`http://localhost:${door.port}`);
  expect(publicUrlFor('192.0.2.1', { ...door, url: 'http://192.0.2.1:80' })).toBe('http://192.0.2.1:80');
});

describe('the embedded sign-in provider', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'concord-oidc-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const options = () => ({ publicUrl: 'http://localhost:1', folder, serviceId: 's', people: [], style: '/x.css' });

  test('does not run in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(embeddedProvider(options())).rejects.toThrow('does not run in production');
    process.env['NODE_ENV'] = before;
  });

  test('keeps its keys, so that a restart signs nobody out of it', async () => {
    const { publicKey } = await embeddedProvider(options());
    expect((await embeddedProvider(options())).publicKey).toEqual(publicKey);
    expect(publicKey).not.toHaveProperty('d');
  });
});
