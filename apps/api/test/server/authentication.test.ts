// Who is believed: every way in which a token can be wrong looks the same from outside.
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { demoTokens } from '../../src/server/auth/demo-issuer.js';
import { codeOf, openTestApi, register, SERVICE, type TestApi } from '../../../../test/harness/api/test-api.js';

const ME = '{ me { id kind roles serviceId name } }';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const person = { subject: 'fay', serviceId: SERVICE };
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function strangersToken(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ service: SERVICE, scope: 'explore' })
    .setProtectedHeader({ alg: 'ES256', kid: 'demo' })
    .setSubject('fay')
    .setIssuer(api.issuer.auth.issuer)
    .setAudience(api.issuer.auth.audience)
    .setExpirationTime('1h')
    .sign(privateKey);
}

async function signedWithThePublicKey(): Promise<string> {
  const { keys } = api.issuer.auth;
  const secret = new TextEncoder().encode('local' in keys ? JSON.stringify(keys.local.keys[0]) : '');
  return new SignJWT({ service: SERVICE })
    .setProtectedHeader({ alg: 'HS256', kid: 'demo' })
    .setSubject('fay')
    .setIssuer(api.issuer.auth.issuer)
    .setAudience(api.issuer.auth.audience)
    .setExpirationTime('1h')
    .sign(secret);
}

const wrong: Record<string, () => Promise<string>> = {
  'has expired': () => api.issuer.sign(person, { lifetime: -60 }),
  'comes from another issuer': () => api.issuer.sign(person, { issuer: 'https://elsewhere.invalid' }),
  'is meant for another audience': () => api.issuer.sign(person, { audience: 'another' }),
  'is signed by a stranger': strangersToken,
  'is signed with the public key as a shared secret': signedWithThePublicKey,
  'names somebody unknown': () => api.issuer.sign({ subject: 'nobody', serviceId: SERVICE }),
  'is not signed at all': async () =>
    new UnsecuredJWT({ service: SERVICE })
      .setSubject('fay')
      .setIssuer(api.issuer.auth.issuer)
      .setAudience(api.issuer.auth.audience)
      .setExpirationTime('1h')
      .encode(),
  'was changed after it was signed': async () => {
    const [head, , signature] = (await api.issuer.sign(person)).split('.');
    return [
      head,
      encoded({ sub: 'mona', service: SERVICE, iss: api.issuer.auth.issuer, aud: 'concord', exp: 9e9 }),
      signature,
    ].join('.');
  },
  'is no token': async () => 'a.b.c',
};

test('a person with a good token is told who they are, with the roles of the staff register', async () => {
  const reply = await api.ask(ME, await api.token('fay'));
  const fay = register.get('fay');
  expect(reply.status).toBe(200);
  expect(reply.body.data?.['me']).toEqual({
    id: fay?.id,
    kind: 'staff',
    roles: ['facilitator'],
    serviceId: SERVICE,
    name: 'Fay Example',
  });
});

test('a participant has no roles, and no name is made up for them', async () => {
  const reply = await api.ask(ME, await api.token('harry'));
  expect(reply.body.data?.['me']).toMatchObject({ kind: 'participant', roles: [], name: null });
});

test('without a token nothing is learned, not even whether the query was well formed', async () => {
  const good = await api.ask(ME, null);
  const bad = await api.ask('{ nonsense', null);
  expect(good.status).toBe(401);
  expect(codeOf(good)).toBe('UNAUTHENTICATED');
  expect(bad.text).toBe(good.text);
});

test.each(Object.keys(wrong))('a token that %s gets the answer of no token at all, byte for byte', async (name) => {
  const none = await api.ask(ME, null);
  const reply = await api.ask(ME, (await wrong[name]?.()) ?? '');
  expect(reply.status).toBe(401);
  expect(reply.text).toBe(none.text);
});

test('a role written into a token is not believed', async () => {
  const token = await api.issuer.sign(person, { scope: 'explore manager' });
  const reply = await api.ask('{ me { roles } }', token);
  expect(reply.body.data?.['me']).toEqual({ roles: ['facilitator'] });
});

test('a staff member who is taken off the register loses access with a token that was good before', async () => {
  const token = await api.token('mona');
  const mona = register.get('mona');
  expect((await api.ask(ME, token)).status).toBe(200);
  register.delete('mona');
  const after = await api.ask(ME, token);
  if (mona) register.set('mona', mona);
  expect(codeOf(after)).toBe('UNAUTHENTICATED');
});

test('a token remembered as good still expires', async () => {
  const token = await api.issuer.sign(person, { lifetime: 100 });
  expect((await api.ask(ME, token)).status).toBe(200);
  const clock = Date.now;
  Date.now = () => clock() + 200_000;
  const after = await api.ask(ME, token);
  Date.now = clock;
  expect(codeOf(after)).toBe('UNAUTHENTICATED');
});

test("an issuer that cannot be reached is our fault and not said to be the token's", async () => {
  const cut = await openTestApi({
    auth: { issuer: api.issuer.auth.issuer, audience: 'concord', keys: { url: 'http://127.0.0.1:9/jwks' } },
  });
  const reply = await cut.ask(ME, await api.token('fay'));
  await cut.close();
  expect(reply.status).toBe(503);
  expect(codeOf(reply)).toBe('UNAVAILABLE');
});

test('a token from the future is not believed: some clock is wrong, and nobody knows until when it is good', async () => {
  const clock = Date.now;
  Date.now = () => clock() + 60_000;
  const token = await api.issuer.sign(person, { lifetime: 3600 });
  Date.now = clock;
  expect(codeOf(await api.ask(ME, token))).toBe('UNAUTHENTICATED');
});

test('the log has no token, no name and no subject in it', async () => {
  const token = await api.token('fay');
  await api.ask(ME, token);
  const log = api.log.join('');
  expect(log).toContain('"answered"');
  for (const secret of [token, token.split('.')[2] ?? '', 'Fay Example', '"fay"']) expect(log).not.toContain(secret);
});

test('the demo issuer refuses to run in production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await expect(demoTokens({ people: [] })).rejects.toThrow('does not run in production');
  process.env['NODE_ENV'] = before;
});

test('the published keys of the demo issuer hold no secret', async () => {
  const { keys } = api.issuer.auth;
  expect(JSON.stringify('local' in keys && keys.local)).not.toContain('"d"');
  expect(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)).toHaveProperty('d');
});
