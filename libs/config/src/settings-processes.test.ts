// Each process is asked for what it needs and for nothing else: pages hold neither the database's address nor the master key.
import { randomBytes } from 'node:crypto';
import { allParts, partsFrom, type Parts } from './parts.js';
import { secretsFor } from '../../../apps/server/src/process-secrets.js';
import { settingsFrom } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
const secret = () => randomBytes(32).toString('base64');
const only = (...names: string[]): Parts => partsFrom(['--only', names.join(',')]);

function refusals(environment: Environment, parts: Parts): string[] {
  try {
    settingsFrom(environment, parts);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

const issuer = {
  AUTH_ISSUER: 'https://id.example',
  AUTH_AUDIENCE: 'concord',
  AUTH_JWKS_URL: 'https://id.example/keys',
  AUTH_CLIENT_ID: 'pages',
};
const data = {
  DATABASE_URL: 'postgresql://concord@db.example/concord?sslmode=verify-full',
  MIGRATION_DATABASE_URL: 'postgresql://owner@db.example/concord?sslmode=verify-full',
  MASTER_KEY: secret(),
};
const pages: Environment = {
  NODE_ENV: 'production',
  TRUST_PROXY: 'none',
  PUBLIC_URL: 'https://concord.example',
  API_URL: 'https://api.concord.example',
  COOKIE_SECRET: secret(),
  WEB_SECRET: secret(),
  ...issuer,
};

describe('--only', () => {
  test('names the parts, in any order; without it every part runs', () => {
    expect([...only('worker', 'api')]).toEqual(['api', 'worker']);
    expect([...partsFrom(['--only=web'])]).toEqual(['web']);
    expect(partsFrom([])).toBe(allParts);
  });
  test.each([
    [['--only']],
    [['--only', 'pages']],
    [['--only', 'api', 'web']],
    [['api']],
    [['--only=']],
    [['--key=hush']],
  ])('%j is refused', (args) => {
    expect(() => partsFrom(args)).toThrow(/--only/);
    expect(() => partsFrom(args)).not.toThrow(/hush/);
  });
});

describe('in production', () => {
  test('pages alone start without a database and without the master key, and have none', () => {
    expect(refusals(pages, only('web'))).toEqual([]);
    const secrets = secretsFor(only('web'), settingsFrom(pages, only('web')), pages, '/nowhere');
    expect(() => secrets.masterKeys()).toThrow('no master key');
    expect(secrets.cookies).toEqual([Buffer.from(pages['COOKIE_SECRET'] ?? '', 'base64')]);
  });
  test('an API alone needs no cookie secret, a worker alone no sign-in and no address', () => {
    const api = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://concord.example',
      TRUST_PROXY: 'none',
      WEB_SECRET: secret(),
      ...issuer,
      ...data,
    };
    expect(refusals(api, only('api'))).toEqual([]);
    expect(refusals({ NODE_ENV: 'production', ...data }, only('worker'))).toEqual([]);
  });
  test.each<[string, Environment, RegExp]>([
    ['without the secret between them', { WEB_SECRET: undefined }, /^WEB_SECRET is missing/],
    ['with a secret of words', { WEB_SECRET: 'changemechangemeabcdefghijklmnopqrstuvwxyz0=' }, /^WEB_SECRET is short/],
    ['with one secret for two things', { WEB_SECRET: pages['COOKIE_SECRET'] }, /^WEB_SECRET is the same/],
    ['with an API over http elsewhere', { API_URL: 'http://10.0.0.5:3000' }, /^API_URL must be an https/],
    ['without the address of the API', { API_URL: undefined }, /^API_URL is missing/],
    ['without their own address', { PUBLIC_URL: undefined }, /^PUBLIC_URL is missing/],
  ])('pages do not start %s', (_name, change, line) => {
    expect(refusals({ ...pages, ...change }, only('web'))[0]).toMatch(line);
  });
  test('an API on this machine may be asked over http', () => {
    expect(refusals({ ...pages, API_URL: 'http://127.0.0.1:3000' }, only('web'))).toEqual([]);
  });
});

test('a worker alone listens only where a port is asked for; everybody else always does', () => {
  expect(settingsFrom({}, only('worker')).port).toBeNull();
  expect(settingsFrom({ PORT: '3001' }, only('worker')).port).toBe(3001);
  expect(settingsFrom({}, only('api', 'web')).port).toBe(3000);
});

test('secrets that nobody set follow from the master key: two processes have the same, and another master key another', () => {
  const parts = only('api', 'web');
  const of = (environment: Environment) => secretsFor(parts, settingsFrom(environment, parts), environment, '/nowhere');
  const [one, other] = [{ MASTER_KEY: secret() }, { MASTER_KEY: secret() }];
  expect(of(one).cookies).toEqual(of(one).cookies);
  expect(of(one).cookies[0]).not.toEqual(of(one).betweenThem[0]);
  expect(of(one).cookies[0]).not.toEqual(of(other).cookies[0]);
  const changing = of({ ...other, MASTER_KEY_PREVIOUS: one.MASTER_KEY });
  expect(changing.cookies).toEqual([of(other).cookies[0], of(one).cookies[0]]);
  expect(changing.betweenThem).toEqual([of(other).betweenThem[0], of(one).betweenThem[0]]);
});
