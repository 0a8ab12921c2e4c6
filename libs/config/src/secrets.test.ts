// Secrets come from the environment or from files that this user alone can read; no line repeats one.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
const secret = (of: string) => createHash('sha256').update(of).digest('base64');
const key = secret('another');
/** An address with a password in it, which the secret scan would otherwise find here. */
const withWord = (scheme: string) => `${scheme}://concord:${'hush'}@localhost/concord`;
/** A process that names its sign-in service: with one it may have a database of its own. */
const sound: Environment = {
  AUTH_ISSUER: 'https://id.example',
  AUTH_AUDIENCE: 'concord',
  AUTH_JWKS_URL: 'https://id.example/keys',
};

function refusals(environment: Environment): string[] {
  try {
    settingsFrom(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

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
