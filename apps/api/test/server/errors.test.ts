// Errors come from a closed list; what is unexpected becomes an incident number, and its words stay out of answer and log.
import { errorCodes } from '../../src/server/graphql/errors.js';
import { codeOf, openTestApi, register, type TestApi } from '../../../../test/harness/api/test-api.js';

const secret = 'duplicate key: (name)=(Ann Example)';
let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await openTestApi({
    people: {
      actorFor: async (subject) => register.get(subject) ?? null,
      nameOf: async () => {
        throw Object.assign(new Error(secret), { code: '23505' });
      },
    },
  });
  token = await api.token('fay');
});
afterAll(() => api.close());

test('an unexpected error is masked, and its incident number finds it in the log without its words', async () => {
  const reply = await api.ask('{ me { id name } }', token);
  const incident = String(reply.body.errors?.[0]?.extensions['incident']);
  expect(codeOf(reply)).toBe('INTERNAL');
  expect(reply.text).not.toContain('Ann');
  const line = api.log.find((each) => each.includes(incident)) ?? '';
  expect(line).toContain('23505');
  expect(line).toContain('errors.test');
  expect(api.log.join('')).not.toContain('Ann Example');
});

test('it stays masked when the document has been compiled', async () => {
  const replies = [];
  for (let n = 0; n < 6; n += 1) replies.push(await api.ask('query again { me { name id } }', token));
  expect(new Set(replies.map(codeOf))).toEqual(new Set(['INTERNAL']));
  expect(replies.map((reply) => reply.text).join('')).not.toContain('Ann');
});

const bad: Record<string, [string, unknown]> = {
  'a document that does not parse': ['GRAPHQL_PARSE_FAILED', { query: '{ me' }],
  'a field that is not there': ['GRAPHQL_VALIDATION_FAILED', { query: '{ you }' }],
  'an operation that is not in the document': [
    'BAD_USER_INPUT',
    { query: 'query a { __typename }', operationName: 'b' },
  ],
  'no document': ['BAD_USER_INPUT', { variables: {} }],
  'a document that is not text': ['BAD_USER_INPUT', { query: 7 }],
  'variables that are text': ['BAD_USER_INPUT', { query: '{ __typename }', variables: '{}' }],
};
test.each(Object.keys(bad))('%s has a code of its own', async (name) => {
  const [code, payload] = bad[name] ?? ['', {}];
  const reply = await api.send({ payload, headers: { authorization: `Bearer ${token}` } });
  expect(codeOf(reply)).toBe(code);
  expect(reply.status).toBe(400);
});

test("a variable of the wrong type is the client's error, before and after the document is compiled", async () => {
  const document = 'query type($yes: Boolean!) { __typename @include(if: $yes) }';
  for (let n = 0; n < 6; n += 1) {
    expect(codeOf(await api.ask(document, token, { yes: 'perhaps' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await api.ask(document, token))).toBe('BAD_USER_INPUT');
  }
  expect((await api.ask(document, token, { yes: true })).body.data).toEqual({ __typename: 'Query' });
});

test.each(['{"query":', '[]', '"x"', 'null', ''])(
  'a body that is %s is answered with a code from the list',
  async (payload) => {
    const reply = await api.send({ payload, headers: { authorization: `Bearer ${token}` } });
    expect(Object.keys(errorCodes)).toContain(codeOf(reply));
    expect(reply.status).toBe(400);
  },
);
