// A setting that cannot be meant is refused by name, before anything starts; in production everything unsafe is, all at once.
import { createHash } from 'node:crypto';
import { settingsFrom } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
/** The same in every run: of 100,000 random ones, one holds a word like "demo" by chance and is refused. */
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
  TRUST_PROXY: '10.0.0.0/8',
};

test('nothing set means a demonstration on this machine alone', () => {
  expect(settingsFrom({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    production: false,
    hostNames: [],
    publicService: null,
    serviceLook: null,
    publicUrl: null,
    databaseUrl: null,
    migrationDatabaseUrl: null,
    signIn: null,
    cookieSecret: null,
    webSecret: null,
    apiUrl: null,
    patience: { connect: 3, lock: 4, statement: 8 },
    clockSeconds: 5,
    admitted: { atOnce: 64, waiting: 128 },
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
  [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY /],
  [{ NODE_ENV: 'prod' }, /^NODE_ENV must be one of production, development, test/],
  [{ NODE_ENV: 'Production' }, /^NODE_ENV /],
  [{ ALLOWED_HOSTS: 'concord.example:443' }, /^ALLOWED_HOSTS /],
  [{ PUBLIC_URL: withWord('http') }, /^PUBLIC_URL holds a name or a password/],
  [{ API_URL: withWord('https') }, /^API_URL holds a name or a password/],
  [{ PUBLIC_URL: 'http://localhost/?a=b' }, /^PUBLIC_URL must end before/],
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
  [
    'on a database elsewhere behind an empty host',
    { ...sound, DATABASE_URL: 'postgresql://db.example/concord?host=' },
    /^DATABASE_URL is on another machine/,
  ],
  [
    'on a database elsewhere that PGHOST names',
    { ...sound, DATABASE_URL: 'postgresql:///concord', PGHOST: 'db.example' },
    /^DATABASE_URL is on another machine/,
  ],
  [
    'on a database whose address says twice how it is reached',
    { ...sound, DATABASE_URL: `${sound['DATABASE_URL']}&sslmode=disable` },
    /^DATABASE_URL must look like .* each parameter once/,
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
  ['without a word about proxies', { ...sound, TRUST_PROXY: undefined }, /^TRUST_PROXY is missing/],
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
    'TRUST_PROXY',
  ]);
});

test('in production a service may say that no proxy stands in front of it', () => {
  expect(settingsFrom({ ...sound, TRUST_PROXY: 'none' }).trustProxy).toBeNull();
});

test.each<[Environment, RegExp]>([
  [{ HOST: '0.0.0.0' }, /^HOST must be 127\.0\.0\.1: without AUTH_ISSUER/],
  [{ HOST: '::' }, /^HOST /],
  [{ HOST: '192.0.2.1', NODE_ENV: 'development' }, /^HOST /],
  [{ PUBLIC_URL: 'https://concord.example' }, /^PUBLIC_URL must be on this machine/],
  [{ DATABASE_URL: 'postgresql://localhost/concord' }, /^DATABASE_URL must be left out/],
])('the demonstration keeps to this machine and to its own data: %j is refused', (environment, line) => {
  expect(refusals(environment)).toEqual([expect.stringMatching(line)]);
});

test('a database on this machine, or on a socket, needs no TLS', () => {
  for (const url of ['postgresql://localhost/c', 'postgresql://[::1]/c', 'postgresql:///c?host=/run/postgresql'])
    expect([url, refusals({ ...sound, DATABASE_URL: url })]).toEqual([url, []]);
});

test.each([{}, { NODE_ENV: 'production' }])(
  'half a sign-in service: what is missing is named, and nothing that is there (%j)',
  (more) => {
    let lines = '';
    try {
      settingsFrom({ ...more, AUTH_ISSUER: 'https://id.example', AUTH_JWKS_URL: 'https://id.example/keys' });
    } catch (error) {
      lines = (error as Error).message;
    }
    expect(lines).toMatch(/^AUTH_AUDIENCE is missing: sign-in needs/);
    expect(lines).not.toMatch(/AUTH_ISSUER is missing|this is the demonstration/);
  },
);
