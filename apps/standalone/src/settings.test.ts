// A setting that cannot be meant is refused by name, before anything starts.
import { settingsFrom } from './settings.js';

test('nothing set means a demonstration on this machine alone', () => {
  expect(settingsFrom({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    production: false,
    databaseUrl: null,
    signIn: null,
    logLevel: 'warn',
  });
});

test('a sign-in service is believed when issuer, audience and keys are all named', () => {
  const named = {
    AUTH_ISSUER: 'https://id.example',
    AUTH_AUDIENCE: 'concord',
    AUTH_JWKS_URL: 'https://id.example/keys',
  };
  expect(settingsFrom(named).signIn).toEqual({
    issuer: 'https://id.example',
    audience: 'concord',
    jwksUrl: 'https://id.example/keys',
  });
});

test.each([
  [{ PORT: 'many' }, /^PORT /],
  [{ PORT: '70000' }, /^PORT /],
  [{ PORT: '-1' }, /^PORT /],
  [{ DATABASE_URL: 'mysql://here' }, /^DATABASE_URL /],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
  [{ AUTH_ISSUER: 'https://id.example' }, /^AUTH_AUDIENCE and AUTH_JWKS_URL are missing/],
  [{ NODE_ENV: 'production' }, /^AUTH_ISSUER is missing/],
])('%j is refused in one line', (environment, line) => {
  expect(() => settingsFrom(environment)).toThrow(line);
});
