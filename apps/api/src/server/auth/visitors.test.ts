// What a visitor may send is picked out by what a document does, all of it.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, OperationTypeNode, parse } from 'graphql';
import { root } from '#libs/config';
import { readSdl } from '../graphql/schema-files.js';
import { forVisitors, visitorsMay } from './visitors.js';

const lets = (text: string): boolean => {
  const sha256Hash = hash('sha256', text, 'hex');
  const may = visitorsMay(new Map([[sha256Hash, text]]));
  const byName = may({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  expect(may({ query: text })).toBe(byName);
  return byName;
};

test('a document that opens a session, and does nothing else, is for visitors', () => {
  expect(lets('mutation ($code: String!) { redeemInvitation(invitationCode: $code) { words } }')).toBe(true);
  expect(
    lets('mutation M($a: String!, $b: String!) { redeemCode(invitationCode: $a, oneTimeCode: $b) { __typename } }'),
  ).toBe(true);
});

test('a document that asks what is public is for visitors; beside anything else it is not', () => {
  expect(
    lets('query ($need: String) { supportServices(need: $need) { edges { node { name } } } supportTopics { needs } }'),
  ).toBe(true);
  expect(lets('{ supportTopics { needs } me { id } }')).toBe(false);
  expect(lets('mutation { supportTopics { needs } }')).toBe(false);
  expect(lets('subscription { supportTopics { needs } }')).toBe(false);
});

test.each([
  ['with something else beside it', 'mutation ($c: String!) { redeemInvitation(invitationCode: $c) { words } ping }'],
  [
    'with a second operation',
    'mutation A($c: String!) { redeemInvitation(invitationCode: $c) { words } } query B { me { id } }',
  ],
  [
    'inside a fragment',
    'mutation ($c: String!) { ...F } fragment F on Mutation { redeemInvitation(invitationCode: $c) { words } }',
  ],
  ['with another field under its name', 'mutation { redeemInvitation: ping }'],
  ['as a query', '{ redeemInvitation(invitationCode: "A") { words } }'],
  ['that does not parse', 'mutation { redeemInvitation(invitationCode: '],
  ['that does something else', '{ me { id } }'],
])('a document %s is not', (_how, text) => {
  expect(lets(text)).toBe(false);
});

test('a body that carries another document than it names is not', () => {
  const text = 'mutation ($code: String!) { redeemInvitation(invitationCode: $code) { words } }';
  const sha256Hash = hash('sha256', text, 'hex');
  const may = visitorsMay(new Map([[sha256Hash, text]]));
  expect(may({ query: '{ me { id } }', extensions: { persistedQuery: { version: 1, sha256Hash } } })).toBe(false);
  expect([null, undefined, [], [{ query: text }], 'text', {}].map(may)).toEqual(Array<boolean>(6).fill(false));
});

const pages = join(root, 'apps/web/src');
const documents = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.graphql'))
  .flatMap((path) => parse(readFileSync(join(pages, path), 'utf8')).definitions)
  .filter((one) => one.kind === Kind.OPERATION_DEFINITION);

test.each([
  ['queries', OperationTypeNode.QUERY],
  ['mutations', OperationTypeNode.MUTATION],
] as const)('the schema says which %s a visitor may send, and says it of no other', (_name, operation) => {
  const fields = Object.values(buildSchema(readSdl()).getRootType(operation)?.getFields() ?? {});
  const saying = fields.filter(({ description }) => /A visitor\s+may\s+send\s+this\./.test(description ?? ''));
  expect(saying.map(({ name }) => name).toSorted()).toEqual([...(forVisitors[operation] ?? [])].toSorted());
  // A visitor sends documents of the pages alone: what no page asks, none can send.
  const asked = documents
    .filter((one) => one.operation === operation)
    .flatMap(({ selectionSet }) =>
      selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : '')),
    );
  expect(saying.map(({ name }) => name).filter((name) => !asked.includes(name))).toEqual([]);
});
