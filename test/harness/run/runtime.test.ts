// What the tests rely on in the way jest loads things: see runtime.mjs.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GraphQLError } from 'graphql';
import { Client } from 'pg';

test('what Node and packages make is of the same kinds as what a test makes', async () => {
  const missing: unknown = await readFile('/nowhere/at/all').catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(Error);
  expect(new GraphQLError('no')).toBeInstanceOf(Error);
  expect([new Date()][0]).toBeInstanceOf(globalThis.Date);
});

test('a package is the one that Node loads, however it is asked for', () => {
  const load = createRequire(import.meta.url);
  expect((load('pg') as { Client: unknown }).Client).toBe(Client);
});
