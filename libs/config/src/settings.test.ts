// A setting that cannot be meant is refused by name, before anything starts; in production everything unsafe is, all at once.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { settingsFrom } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
/** The same in every run: of 25,000 random ones, one holds a word like "demo" by chance and is refused. */
const secret = (of: string) => createHash('sha256').update(of).digest('base64');
/** The lines with which a start is refused; none when it is not. */
function refusals(environment: Environment): string[] {
  try {
    settingsFrom(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

/** An address with a password in it, which the secret scan would otherwise find here. */
const withWord = (scheme: string) => `${scheme}://concord:${'hush'}@localhost/concord`;

const sound: Environment = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  AUTH_ISSUER: 'https://id.example',
  AUTH_AUDIENCE: 'concord',
  AUTH_JWKS_URL: 'https://id.example/keys',
  DATABASE_URL: 'postgresql://concord@db.example/concord?sslmode=verify-full',
  MIGRATION_DATABASE_URL: 'postgresql://owner@db.example/concord?sslmode=verify-full',
  MASTER_KEY: secret('master key'),
  COOKIE_SECRET: secret('cookies'),
  PUBLIC_URL: 'https://concord.example',
};

test('nothing set means a demonstration on this machine alone', () => {
  expect(settingsFrom({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    production: false,
    publicUrl: null,
    databaseUrl: null,
    migrationDatabaseUrl: null,
    signIn: null,
    cookieSecret: null,
    webSecret: null,
    apiUrl: null,
    stopping: { drainSeconds: 0, stopSeconds: 25 },
    trustProxy: null,
    requestsPerMinute: null,
    logLevel: 'warn',
  });
});

test('a sign-in service is believed when issuer, audience and keys are all named', () => {
  expect(settingsFrom({ ...sound, AUTH_CLIENT_ID: 'pages' }).signIn).toEqual({
    issuer: 'https://id.example',
    audience: 'concord',
    jwksUrl: 'https://id.example/keys',
    client: { id: 'pages', secret: null },
    service: null,
    roles: null,
  });
});

test('roles are the staff register’s to say, unless a claim and its words are named', () => {
  const roles = { AUTH_ROLES_CLAIM: 'groups', AUTH_ROLES: 'rj-leads=safeguardingLead, rj-staff = facilitator' };
  expect(settingsFrom({ ...sound, ...roles }).signIn?.roles).toEqual({
    claim: 'groups',
    as: { 'rj-leads': 'safeguardingLead', 'rj-staff': 'facilitator' },
  });
  expect(refusals({ ...sound, AUTH_ROLES_CLAIM: 'groups' })).toEqual([expect.stringMatching(/^AUTH_ROLES is missing/)]);
  expect(refusals({ ...sound, ...roles, AUTH_ROLES: 'admins=everything' })).toEqual([
    expect.stringMatching(/^AUTH_ROLES must look like/),
  ]);
  expect(refusals({ ...sound, AUTH_SERVICE: 'ours' })).toEqual([expect.stringMatching(/^AUTH_SERVICE /)]);
});

test.each<[Environment, RegExp]>([
  [{ PORT: 'many' }, /^PORT /],
  [{ PORT: '70000' }, /^PORT /],
  [{ PORT: '-1' }, /^PORT /],
  [{ RATE_LIMIT: 'some' }, /^RATE_LIMIT /],
  [{ DATABASE_URL: 'mysql://here' }, /^DATABASE_URL /],
  [{ MIGRATION_DATABASE_URL: 'here' }, /^MIGRATION_DATABASE_URL /],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
  [{ PUBLIC_URL: 'javascript:alert(1)' }, /^PUBLIC_URL /],
  [{ TRUST_PROXY: 'true' }, /^TRUST_PROXY /],
  [{ TRUST_PROXY: '2' }, /^TRUST_PROXY /],
  [{ COOKIE_SECRET: 'too short' }, /^COOKIE_SECRET /],
  [{ WEB_SECRET: 'too short' }, /^WEB_SECRET /],
  [{ API_URL: 'api.internal' }, /^API_URL /],
  [{ STOP_SECONDS: 'soon' }, /^STOP_SECONDS /],
  [{ DRAIN_SECONDS: '5000' }, /^DRAIN_SECONDS /],
  [{ AUTH_ISSUER: 'https://id.example' }, /^AUTH_AUDIENCE and AUTH_JWKS_URL are missing/],
])('%j is refused in one line, in production or not', (environment, line) => {
  expect(refusals(environment)).toEqual([expect.stringMatching(line)]);
});

test('in production a service with sign-in, a database of its own, secrets and https starts', () => {
  expect(refusals(sound)).toEqual([]);
});

const key = secret('another');
const { AUTH_ISSUER: _i, AUTH_AUDIENCE: _a, AUTH_JWKS_URL: _j, ...noIssuer } = sound;
test.each<[string, Environment, RegExp]>([
  ['without an issuer', noIssuer, /^AUTH_ISSUER is missing/],
  ['with an issuer over http', { ...sound, AUTH_ISSUER: 'http://id.example' }, /^AUTH_ISSUER must be an https/],
  ['with keys over http', { ...sound, AUTH_JWKS_URL: 'http://id.example/k' }, /^AUTH_JWKS_URL must be an https/],
  ['on the embedded database', { ...sound, DATABASE_URL: '' }, /^DATABASE_URL is missing/],
  [
    'with one role for tables and application',
    { ...sound, MIGRATION_DATABASE_URL: undefined },
    /^MIGRATION_DATABASE_URL is missing/,
  ],
  [
    'on a database elsewhere without TLS',
    { ...sound, DATABASE_URL: 'postgresql://db.example/concord' },
    /^DATABASE_URL is on another machine/,
  ],
  [
    'on a database elsewhere whose certificate nobody checks',
    { ...sound, DATABASE_URL: 'postgresql://db.example/concord?sslmode=no-verify' },
    /^DATABASE_URL is on another machine/,
  ],
  [
    'on a database elsewhere that the path of the address hides',
    { ...sound, DATABASE_URL: 'postgresql:///concord?host=db.example' },
    /^DATABASE_URL is on another machine/,
  ],
  ['without a master key', { ...sound, MASTER_KEY: undefined }, /^MASTER_KEY is missing/],
  ['with a short master key', { ...sound, MASTER_KEY: 'c2hvcnQ=' }, /^MASTER_KEY is short/],
  ['with a master key of zeros', { ...sound, MASTER_KEY: Buffer.alloc(32).toString('base64') }, /^MASTER_KEY is short/],
  [
    'with a master key from an example',
    { ...sound, MASTER_KEY: 'changemechangemeabcdefghijklmnopqrstuvwxyz0=' },
    /^MASTER_KEY is short/,
  ],
  ['without a cookie secret', { ...sound, COOKIE_SECRET: undefined }, /^COOKIE_SECRET is missing/],
  ['with one secret for two things', { ...sound, MASTER_KEY: key, COOKIE_SECRET: key }, /are the same/],
  ['without a public address', { ...sound, PUBLIC_URL: undefined }, /^PUBLIC_URL is missing/],
  ['with a public address over http', { ...sound, PUBLIC_URL: 'http://concord.example' }, /^PUBLIC_URL must be an/],
  ['with a debugging log', { ...sound, LOG_LEVEL: 'debug' }, /^LOG_LEVEL=debug/],
  ['believing every proxy', { ...sound, TRUST_PROXY: '10.0.0.0/8, ::/0' }, /^TRUST_PROXY believes everybody/],
  ['with a demonstration', { ...sound, CONCORD_DEMO: '1' }, /^A DEMO setting is there/],
  ['believing any certificate', { ...sound, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /^NODE_TLS_REJECT_UNAUTHORIZED=0/],
  ['with an open debugger', { ...sound, NODE_OPTIONS: '--inspect=0.0.0.0' }, /^NODE_OPTIONS opens the debugger/],
])('production does not start %s, and says so in one line', (_name, environment, line) => {
  expect(refusals(environment)).toEqual([expect.stringMatching(line)]);
});

test('every problem is told at once, a line each', () => {
  const lines = refusals({ NODE_ENV: 'production', PORT: 'many', LOG_LEVEL: 'debug' });
  const names = lines.map((line) => /^[A-Z_]+/.exec(line)?.[0]);
  expect(names).toEqual([
    'PORT',
    'AUTH_ISSUER',
    'DATABASE_URL',
    'MASTER_KEY',
    'COOKIE_SECRET',
    'PUBLIC_URL',
    'LOG_LEVEL',
  ]);
});

test('a database on this machine, or on a socket, needs no TLS', () => {
  for (const url of ['postgresql://localhost/c', 'postgresql://[::1]/c', 'postgresql:///c?host=/run/postgresql'])
    expect([url, refusals({ ...sound, DATABASE_URL: url })]).toEqual([url, []]);
});

describe('secrets from files', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'concord-secrets-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string, mode: number): string => {
    const path = join(folder, randomUUID());
    writeFileSync(path, `${text}\n`);
    chmodSync(path, mode);
    return path;
  };

  test('each secret may come from a file that only this user can read', () => {
    const url = withWord('postgresql');
    const environment = {
      ...sound,
      DATABASE_URL: undefined,
      DATABASE_URL_FILE: file(url, 0o600),
      MASTER_KEY: undefined,
      MASTER_KEY_FILE: file(secret('from a file'), 0o440),
      COOKIE_SECRET: undefined,
      COOKIE_SECRET_FILE: file(key, 0o400),
    };
    expect(settingsFrom(environment)).toMatchObject({ databaseUrl: url, cookieSecret: Buffer.from(key, 'base64') });
  });

  test('a file that everybody can read is refused, and what is in it is not repeated', () => {
    const open = refusals({ DATABASE_URL_FILE: file(withWord('postgresql'), 0o644) });
    expect(open).toEqual([expect.stringMatching(/^The file named by DATABASE_URL_FILE can be read by everybody/)]);
  });

  test('a master key that everybody can read is refused like any other secret', () => {
    const open = refusals({ ...sound, MASTER_KEY: undefined, MASTER_KEY_FILE: file(secret('from a file'), 0o644) });
    expect(open).toEqual([expect.stringMatching(/^The file named by MASTER_KEY_FILE can be read by everybody/)]);
  });

  test('a missing file, and a secret given twice, are refused', () => {
    expect(refusals({ COOKIE_SECRET_FILE: join(folder, 'none') })).toEqual([expect.stringMatching(/\(ENOENT\)\.$/)]);
    expect(refusals({ COOKIE_SECRET: key, COOKIE_SECRET_FILE: file(key, 0o600) })).toEqual([
      'COOKIE_SECRET and COOKIE_SECRET_FILE are both set: give one of them.',
    ]);
  });

  test('no line repeats a secret', () => {
    const said = refusals({
      NODE_ENV: 'production',
      DATABASE_URL: withWord('mysql'),
      COOKIE_SECRET: 'hush',
      MASTER_KEY: 'hush',
      AUTH_CLIENT_SECRET: 'hush',
    }).join('\n');
    expect(said).not.toContain('hush');
  });
});
