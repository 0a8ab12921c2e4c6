// Attack: documents and bodies made to hurt: too wide, too deep, circular, batched, doubled, huge, poisoned; none is answered with work, a stack or a fault of ours.
import { getIntrospectionQuery } from 'graphql';
import { codeOf, openTestApi, SERVICE, type TestApi, type Reply } from '../harness/api/test-api.js';

let api: TestApi;
let explorer: string;
let page: string;
beforeAll(async () => {
  api = await openTestApi({ log: { level: 'silent' } });
  explorer = await api.token('fay');
  page = await api.token('fay', '');
});
afterAll(() => api.close());
const many = (times: number, make: (n: number) => string, by = ' ') =>
  Array.from({ length: times }, (_, n) => make(n)).join(by);
const raw = (payload: unknown, headers: Record<string, string> = {}) =>
  api.send({ payload, headers: { authorization: `Bearer ${explorer}`, ...headers } });

/** Turned away with one error of the closed list, and with none of the data. */
function refused(reply: Reply, codes: readonly string[]): void {
  expect(codes).toContain(codeOf(reply));
  expect(reply.body.data ?? null).toBeNull();
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.text).not.toMatch(/node_modules|at \w+ \(|\.ts:|stacktrace/);
  expect(reply.text.length).toBeLessThan(5_000);
}
const LIMIT = ['LIMIT_EXCEEDED'];
/** As deep as the parser's own calls go: whether it ends first, or the limit, depends on how much stack Node's compiler spends. */
const PARSED = ['LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED'];
const INVALID = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'LIMIT_EXCEEDED'];
const INPUT = ['LIMIT_EXCEEDED', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

const documents: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'a thousand aliases': [`{ ${many(1000, (n) => `a${n}: __typename`)} }`, LIMIT],
  'a thousand directives': [`{ __typename ${many(1000, () => '@include(if: true)')} }`, LIMIT],
  'a thousand fields of one name': [`{ ${many(1000, () => '__typename')} }`, LIMIT],
  'a thousand levels': [`{ ${'me { '.repeat(900)} id ${'}'.repeat(900)} }`, LIMIT],
  'ten thousand levels of lists in a literal': [
    `{ case(id: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { id } }`,
    PARSED,
  ],
  'a fragment in itself': ['{ ...a } fragment a on Query { me { id } ...a }', INVALID],
  'two fragments in each other': ['{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', INVALID],
  'a fragment bomb': [
    `{ ...f0 } ${many(25, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} ...f${n + 1} }`)} fragment f25 on Query { x: __typename }`,
    LIMIT,
  ],
  'a hundred operations of one name': [many(100, () => 'query q { __typename }'), INVALID],
  'introspection in circles': [
    `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    INVALID,
  ],
  'wide pages of wide pages': [
    `{ ${many(12, (n) => `a${n}: caseload(first: 100) { edges { node { doors(kind: step) { blockers { rule } } participants { id } } } }`)} }`,
    LIMIT,
  ],
  'a subscription': ['subscription { me { id } }', INVALID],
  'a number beyond all numbers': [`{ caseload(first: ${'9'.repeat(400)}) { edges { cursor } } }`, INPUT],
  'a NUL in a literal': ['{ case(id: "\\u0000") { id } }', INPUT],
  'half a surrogate pair in a literal': ['{ case(id: "\\uD800") { id } }', INPUT],
  'a NUL in the document': ['{ me { id } } \u0000', INPUT],
};
test.each(Object.keys(documents))('%s is turned away', async (name) => {
  const [document, codes] = documents[name] ?? ['', []];
  refused(await api.ask(document, explorer), codes);
});

const bodies: Readonly<Record<string, readonly [unknown, number]>> = {
  'a batch': [Array.from({ length: 20 }, () => ({ query: '{ me { id } }' })), 400],
  'a batch of one': [[{ query: '{ me { id } }' }], 400],
  'keys that reach into every object': ['{"query":"{ me { id } }","__proto__":{"admin":true}}', 400],
  'keys that reach into every object, among the variables': [
    '{"query":"query($e: AnyEvent!) { preview(caseId: \\"x\\", event: $e) { happens } }","variables":{"e":{"__proto__":{"raiseConcern":{}}}}}',
    400,
  ],
  'a constructor with a prototype': [
    '{"query":"{ me { id } }","variables":{"constructor":{"prototype":{"a":1}}}}',
    400,
  ],
  'a NUL among the variables': [{ query: 'query($i: ID!) { case(id: $i) { id } }', variables: { i: 'a\0b' } }, 400],
  'half a surrogate pair among the variables': [
    '{"query":"query($i: ID!) { case(id: $i) { id } }","variables":{"i":"\\ud800"}}',
    400,
  ],
  'a very long name among the variables': [{ query: '{ me { id } }', variables: { ['k'.repeat(100_000)]: 1 } }, 400],
  'variables a hundred thousand levels deep': [
    `{"query":"{ me { id } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    400,
  ],
  'huge variables': [{ query: '{ me { id } }', variables: { a: 'x'.repeat(400_000) } }, 413],
  'an operation name that is no text': [{ query: '{ me { id } }', operationName: { a: 1 } }, 400],
  'extensions that are none': [{ extensions: { persistedQuery: { sha256Hash: { a: 1 } } } }, 403],
};
test.each(Object.keys(bodies))('a body with %s is turned away', async (name) => {
  const [payload, status] = bodies[name] ?? ['', 0];
  const reply = await raw(payload);
  expect([status, reply.body.data ?? null]).toEqual([reply.status, null]);
  refused(reply, ['BAD_USER_INPUT', 'LIMIT_EXCEEDED', 'FORBIDDEN']);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

const kinds = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'text/json',
  'application/xml',
];
test.each(kinds)('a body sent as %s is not read: a page of another site could send it', async (kind) => {
  refused(await raw('{"query":"{ me { id } }"}', { 'content-type': kind }), ['BAD_USER_INPUT']);
});

test('a body without a kind is not read either', async () => {
  const reply = await api.send({
    payload: '{"query":"{ me { id } }"}',
    headers: { authorization: `Bearer ${explorer}`, 'content-type': '' },
  });
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.body.data ?? null).toBeNull();
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
  '%s carries out nothing, whatever the address says',
  async (method) => {
    const told = api.told.length;
    const document =
      'mutation { raiseConcern(command: { caseId: "x", key: "k" }, event: { text: "x" }) { __typename } }';
    const reply = await api.send({
      method: method as 'GET',
      url: `/graphql?query=${encodeURIComponent(document)}`,
      headers: {
        authorization: `Bearer ${explorer}`,
        'apollo-require-preflight': '1',
        'x-http-method-override': 'POST',
      },
    });
    expect([404, 405]).toContain(reply.status);
    expect(reply.body.data ?? null).toBeNull();
    expect(api.told).toHaveLength(told);
  },
);

test('another origin is given no leave to read an answer or to send one', async () => {
  const asked = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
  for (const reply of [
    await raw({ query: '{ me { id } }' }, asked),
    await api.send({ method: 'OPTIONS' as 'GET', headers: asked }),
  ])
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('without the explore scope nothing is answered but what is on the list, the schema least of all', async () => {
  for (const document of [
    getIntrospectionQuery(),
    '{ __type(name: "Case") { name } }',
    '{ __typename }',
    'query q { me { id } __schema { types { name } } }',
  ])
    refused(await api.ask(document, page), ['FORBIDDEN']);
});

test('an unknown verb, type or argument is not answered with those that there are', async () => {
  for (const document of [
    'mutation { raiseConcrn { __typename } }',
    '{ me { i } }',
    `{ case(idd: "${SERVICE}") { id } }`,
    '{ ... on Cas { id } }',
  ]) {
    const reply = await api.ask(document, explorer);
    refused(reply, INVALID);
    expect(reply.text).not.toMatch(/did you mean|raiseConcern|"id\\\\"/i);
  }
});
