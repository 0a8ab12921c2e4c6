// What one request may ask for, and who may ask with words of their own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, openTestApi, type TestApi } from '../../../../test/harness/api/test-api.js';

const TRUSTED = 'query who { me { id } }\n';
let api: TestApi;
let folder: string;
let explorer: string;
let page: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-documents-'));
  await writeFile(join(folder, 'who.graphql'), TRUSTED);
  api = await openTestApi({ trustedDocuments: folder, limits: { bodyBytes: 20_000 } });
  explorer = await api.token('fay');
  page = await api.token('fay', '');
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});
const byName = (sha256Hash: string) =>
  api.send({
    payload: { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    headers: { authorization: `Bearer ${page}` },
  });

test('a page sends a trusted document by its sha256, or in full', async () => {
  expect((await byName(hash('sha256', TRUSTED, 'hex'))).body.data).toHaveProperty('me');
  expect((await api.ask(TRUSTED, page)).body.data).toHaveProperty('me');
});

test('a page cannot send anything else', async () => {
  expect(codeOf(await byName(hash('sha256', 'another', 'hex')))).toBe('FORBIDDEN');
  expect(codeOf(await api.ask('{ me { id } }', page))).toBe('FORBIDDEN');
  expect(codeOf(await api.ask(`${TRUSTED} `, page))).toBe('FORBIDDEN');
});

test('a document cannot be put on the list by sending it', async () => {
  const query = '{ me { kind } }';
  const sha256Hash = hash('sha256', query, 'hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const reply = await api.send({ payload: { query, extensions }, headers: { authorization: `Bearer ${explorer}` } });
  expect(codeOf(reply)).toBe('BAD_USER_INPUT');
  expect(codeOf(await byName(sha256Hash))).toBe('FORBIDDEN');
});

const tooMuch: Record<string, string> = {
  'nested too deeply': `{ me ${'{ me '.repeat(20)} { id } ${'}'.repeat(20)} }`,
  'of too many tokens': `{ me { ${'id '.repeat(3000)} } }`,
  'with an alias for every field of it': `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: me { id }`).join(' ')} }`,
  'whose aliases hide in fragments': `{ ...a ...a ...a ...a } fragment a on Query { b: __typename c: __typename d: __typename e: __typename }`,
  'that doubles a fragment thirty times over': bomb(30),
  'full of directives': `{ __typename ${'@include(if: true) '.repeat(10)} }`,
};
test.each(Object.keys(tooMuch))('a document %s is refused', async (name) => {
  const reply = await api.ask(tooMuch[name] ?? '', explorer);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
  expect(reply.body.data).toBeUndefined();
});

test('a body larger than the limit is refused before it is read', async () => {
  const reply = await api.ask(`{ me { id } } # ${'x'.repeat(20_000)}`, explorer);
  expect(reply.status).toBe(413);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
});

test('errors of one document are told five at a time', async () => {
  const reply = await api.ask(`{ ${Array.from({ length: 50 }, (_, n) => `x${n}`).join(' ')} }`, explorer);
  expect(codeOf(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(reply.body.errors?.length).toBeLessThanOrEqual(6);
});

/** 2^levels spreads of one aliased field, in a text that grows only with `levels`. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
  return `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Query { a: __typename }`;
}
