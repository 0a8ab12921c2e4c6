// Attacks with tokens: forged, borrowed, stale and cut; and what somebody without any can reach.
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disabledSignIn } from '../../apps/api/src/ports/sign-in.js';
import { documents, openSignInApi, WEB_SECRET, type SignInApi } from '../harness/api/sign-in-api.js';
import { codeOf, openTestApi, register, SERVICE } from '../harness/api/test-api.js';

let signInApi: SignInApi;
beforeAll(async () => {
  signInApi = await openSignInApi();
}, 120_000);
afterAll(() => signInApi.close());

const who = () => ({ subject: signInApi.lead.id, serviceId: signInApi.service.serviceId });
const outcome = async (idToken: string) =>
  (await signInApi.ask<{ __typename: string }>('signInStaff', { idToken })).__typename;

/** An ID token as the issuer would write it, but for what is changed, signed by whoever is given. */
const written = (header: object = {}) =>
  new SignJWT({ service: who().serviceId })
    .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'JWT', ...header })
    .setSubject(who().subject)
    .setIssuer(signInApi.api.issuer.auth.issuer)
    .setAudience(signInApi.api.issuer.auth.audience)
    .setIssuedAt()
    .setExpirationTime('1h');
const publicKey = () => {
  const { keys } = signInApi.api.issuer.auth;
  const [key] = 'local' in keys ? keys.local.keys : [];
  if (!key) throw new Error('The demo issuer publishes a key');
  return key;
};
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const forged: Record<string, () => Promise<string>> = {
  'has expired': () => signInApi.api.issuer.sign(who(), { lifetime: -60 }),
  'comes from another issuer': () => signInApi.api.issuer.sign(who(), { issuer: 'https://elsewhere.invalid' }),
  'was made for another client': () => signInApi.api.issuer.sign(who(), { audience: 'another' }),
  'is signed by a stranger': async () => written().sign((await generateKeyPair('ES256')).privateKey),
  'is not signed (alg none)': async () =>
    new UnsecuredJWT({ service: who().serviceId })
      .setSubject(who().subject)
      .setIssuer(signInApi.api.issuer.auth.issuer)
      .setAudience(signInApi.api.issuer.auth.audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .encode(),
  'says alg none over a good signature': async () => {
    const [, payload, signature] = (await signInApi.api.issuer.sign(who())).split('.');
    return [encoded({ alg: 'none' }), payload, signature].join('.');
  },
  'is signed with the public key as a shared secret (HS256)': async () => {
    const key = await importJWK(publicKey(), 'ES256', { extractable: true });
    const spki = await exportSPKI(key as Exclude<typeof key, Uint8Array>);
    return written({ alg: 'HS256' }).sign(new TextEncoder().encode(spki));
  },
  'brings its own key along': async () => {
    const { privateKey, publicKey: own } = await generateKeyPair('ES256', { extractable: true });
    return written({ jwk: await exportJWK(own) }).sign(privateKey);
  },
  'names another subject than the one that was signed': async () => {
    const [head, payload = '', signature] = (await signInApi.api.issuer.sign(who())).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    return [head, encoded({ ...claims, sub: signInApi.coordinator.id }), signature].join('.');
  },
  'names no service': () => signInApi.api.issuer.sign({ subject: who().subject, serviceId: undefined as never }),
  'names a service that is no id': () => signInApi.api.issuer.sign({ subject: who().subject, serviceId: `' or true` }),
  'belongs to a participant': async () => {
    const subject = 'a participant with a subject';
    await signInApi.service.people.add(signInApi.service.serviceId, {});
    return signInApi.api.issuer.sign({ ...who(), subject });
  },
  'is a session token': () => signInApi.comesIn(signInApi.lead),
  'is empty': async () => '',
};

test.each(Object.keys(forged))('an ID token that %s opens no session', async (name) => {
  expect(await outcome((await forged[name]?.()) ?? '')).toBe('SignInRefused');
});

test('an ID token of ten minutes ago does not say that somebody signed in just now', async () => {
  const idToken = await signInApi.api.issuer.sign(who());
  const real = Date;
  const later = real.now() + 11 * 60_000;
  globalThis.Date = class extends real {
    constructor(...given: []) {
      super(...((given.length === 0 ? [later] : given) as []));
    }
    static override now = () => later;
  } as DateConstructor;
  const answer = await outcome(idToken);
  globalThis.Date = real;
  expect(answer).toBe('SignInRefused');
});

describe('where pages and clients are apart', () => {
  const roles = { claim: 'realm.groups', as: { 'rj-managers': 'manager', 'rj-leads': 'safeguardingLead' } } as const;
  const opened: string[] = [];
  let apart: Awaited<ReturnType<typeof openTestApi>>;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concord-tokens-'));
    await writeFile(join(folder, 'in.graphql'), documents.signInStaff);
    apart = await openTestApi({
      trustedDocuments: folder,
      signIn: {
        ...disabledSignIn,
        staff: async (proof) => {
          opened.push(JSON.stringify(proof?.roles ?? 'refused'));
          return null;
        },
      },
      auth: { ...signInApi.api.issuer.auth, clientId: 'pages', roles },
      people: {
        actorFor: async (_subject, _service, claimed) => {
          const fay = register.get('fay');
          return fay?.kind === 'staff' ? { ...fay, roles: claimed ?? fay.roles } : null;
        },
        nameOf: async () => null,
      },
    });
  });
  afterAll(async () => {
    await apart.close();
    await rm(folder, { recursive: true });
  });
  const tries = async (idToken: string) => {
    await apart.send({ payload: { query: documents.signInStaff, variables: { idToken } } });
    return opened.pop();
  };
  const fay = { subject: 'fay', serviceId: SERVICE };
  const sign = (more: object) => signInApi.api.issuer.sign(fay, more);

  test('an access token is no ID token, and an ID token is no access token', async () => {
    const [access, id] = [await sign({}), await sign({ audience: 'pages' })];
    expect(await tries(access)).toBe('"refused"');
    expect(await tries(id)).toBe('[]');
    expect((await apart.ask('{ me { roles } }', id)).status).toBe(401);
    expect((await apart.ask('{ me { roles } }', access)).body.data?.['me']).toEqual({ roles: [] });
  });

  test('roles that an issuer is set to say are those it says, and a word it is not set for means nothing', async () => {
    const claims = { realm: { groups: ['rj-managers', 'everybody', 'constructor', 7] } };
    expect(await tries(await sign({ audience: 'pages', claims }))).toBe('["manager"]');
    const reply = await apart.ask('{ me { roles } }', await sign({ claims }));
    expect(reply.body.data?.['me']).toEqual({ roles: ['manager'] });
  });
});

describe('a session token', () => {
  const cut: Record<string, (token: string) => string> = {
    'with its last character gone': (token) => token.slice(0, -1),
    'with a character more': (token) => `${token}A`,
    'with one character changed': (token) => token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    'in capitals': (token) => token.toUpperCase(),
    'without its beginning': (token) => token.slice(3),
    'as its hash, as the database has it': (token) => `cs_${hash('sha256', token, 'base64url')}`,
    'with a dot in it': (token) => `${token.slice(0, 20)}.${token.slice(20)}`,
    'that was never given': () => `cs_${'A'.repeat(43)}`,
  };

  test.each(Object.keys(cut))('%s gets the answer of no token at all, byte for byte', async (name) => {
    const good = await signInApi.comesIn(signInApi.lead);
    const none = await signInApi.send('me');
    const reply = await signInApi.send('me', {}, { token: cut[name]?.(good) ?? '' });
    expect(reply.status).toBe(401);
    expect(reply.text).toBe(none.text);
    expect((await signInApi.send('me', {}, { token: good })).status).toBe(200);
  });

  test('is new with each sign-in, and the one before goes on until its person signs out', async () => {
    const { coordinator } = signInApi;
    const [first, second] = [await signInApi.comesIn(coordinator), await signInApi.comesIn(coordinator)];
    expect(first).not.toBe(second);
    await signInApi.ask('signOut', {}, second);
    expect((await signInApi.send('me', {}, { token: first })).status).toBe(401);
  });

  test('costs one statement a request', async () => {
    const token = await signInApi.comesIn(signInApi.lead);
    signInApi.statements.length = 0;
    await signInApi.api.send({ payload: { query: '{ me { id } }' }, headers: { authorization: `Bearer ${token}` } });
    expect(signInApi.statements).toEqual([expect.stringContaining('concord_session(')]);
  });
});

describe('a visitor', () => {
  const send = (payload: unknown, headers: Record<string, string> = {}) => signInApi.api.send({ payload, headers });
  const signIn = documents.redeemInvitation;
  const sha = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hash('sha256', text, 'hex') } });

  test('may send what opens a session, in full or by name', async () => {
    const variables = { code: 'ABCD' };
    expect((await send({ query: signIn, variables })).status).toBe(200);
    expect((await send({ variables, extensions: sha(signIn) })).status).toBe(200);
  });

  test.each([
    ['another trusted document', { query: documents.me }],
    ['another trusted document by name', { extensions: sha(documents.me) }],
    ['a trusted mutation that is not for visitors', { query: documents.signOut }],
    ['a sign-in of their own words', { query: 'mutation { redeemInvitation(invitationCode: "A") { words } }' }],
    ['a sign-in with a space more', { query: `${signIn} `, variables: { code: 'A' } }],
    ['an unknown name', { extensions: sha('mutation { ping }') }],
    ['two at once', [{ query: signIn, variables: { code: 'A' } }]],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['nonsense', { query: '{ nonsense' }],
    ['nothing', {}],
    ['a document beside the name of one that is allowed', { query: documents.me, extensions: sha(signIn) }],
  ])('is told to sign in, and nothing else, for %s', async (_name, payload) => {
    const reply = await send(payload);
    const plain = await send({ query: '{ me { id } }' });
    expect([reply.status, codeOf(reply), reply.text]).toEqual([401, 'UNAUTHENTICATED', plain.text]);
  });

  test('with a token that is not good is told to sign in, whatever they send', async () => {
    const headers = { authorization: 'Bearer cs_nothing' };
    expect((await send({ query: signIn, variables: { code: 'A' } }, headers)).status).toBe(401);
  });
});

test('no log line holds a code, a token, an address or the secret of the pages', async () => {
  const invitation = await signInApi.invites();
  const from = '198.51.100.55';
  await signInApi.send('redeemInvitation', { code: invitation }, { from });
  const code = await signInApi.posted();
  const { body } = await signInApi.send('redeemCode', { invitation, code }, { from });
  const token = (body.data?.['redeemCode'] as { token: string } | undefined)?.token ?? '';
  const idToken = await signInApi.api.issuer.sign(who());
  await signInApi.send('signInStaff', { idToken }, { from });
  await signInApi.send('signInStaff', { idToken: `${idToken}x` }, { from });
  await signInApi.send('me', {}, { token: `${token}x`, from });
  const log = signInApi.api.log.join('');
  expect(log).toContain('"answered"');
  for (const secret of [invitation, code, token, idToken, from, WEB_SECRET, signInApi.lead.id])
    expect(log).not.toContain(secret);
});
