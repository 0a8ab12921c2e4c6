// The twelve checks of graphql-cop, each as somebody with the explore scope would try it, the introspection ones also without.
import { getIntrospectionQuery } from 'graphql';
import { codeOf, openHouse } from './support/house.js';
import type { House } from './support/house.js';

let house: House;
let token: string;
let bearer: { authorization: string };
beforeAll(async () => {
  house = await openHouse();
  token = await house.token('fay');
  bearer = { authorization: `Bearer ${token}` };
});
afterAll(() => house.close());
const many = (times: number, make: (n: number) => string) => Array.from({ length: times }, (_, n) => make(n)).join(' ');

test('1. a hundred aliases of one field are refused', async () => {
  const reply = await house.ask(`{ ${many(101, (n) => `alias${n}: __typename`)} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
  expect(reply.body.data).toBeUndefined();
});

test('2. queries in a batch are refused', async () => {
  const reply = await house.send({
    payload: Array.from({ length: 10 }, () => ({ query: '{ __typename }' })),
    headers: bearer,
  });
  expect(reply.status).toBe(400);
  expect(codeOf(reply)).toBe('BAD_USER_INPUT');
});

test('3. ten directives on a field are refused, not answered with ten errors', async () => {
  const reply = await house.ask(`{ __typename ${'@aa'.repeat(10)} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
  expect(reply.body.errors).toHaveLength(1);
});

test('4. introspection that goes round in circles is refused', async () => {
  const circle = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${circle(depth - 1)} } }`);
  const reply = await house.ask(`{ __schema { types { ${circle(6)} } } }`, token);
  expect(codeOf(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('5. five hundred times the same field is refused', async () => {
  const reply = await house.ask(`{ ${many(500, () => '__typename')} }`, token);
  expect(codeOf(reply)).toBe('LIMIT_EXCEEDED');
});

test('6. a misspelt field is not answered with the right spelling', async () => {
  const reply = await house.ask('{ mee { id } }', token);
  expect(codeOf(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(reply.text).not.toMatch(/did you mean/i);
});

test('7. the schema is not shown to a token without the explore scope', async () => {
  const reply = await house.ask(getIntrospectionQuery(), await house.token('fay', ''));
  expect(reply.status).toBe(403);
  expect(codeOf(reply)).toBe('FORBIDDEN');
});

test('8. queries are not answered to GET', async () => {
  const reply = await house.send({
    method: 'GET',
    url: '/graphql?query={__typename}',
    headers: { ...bearer, 'apollo-require-preflight': '1' },
  });
  expect(reply.status).toBe(405);
  expect(reply.headers['allow']).toBe('POST');
});

test('9. mutations are not carried out by GET', async () => {
  const reply = await house.send({
    method: 'GET',
    url: '/graphql?query=mutation{nothing}',
    headers: { ...bearer, 'apollo-require-preflight': '1' },
  });
  expect(reply.status).toBe(405);
});

test('10. a form from another site is not read', async () => {
  const form = await house.send({
    payload: 'query=%7B__typename%7D',
    headers: { ...bearer, 'content-type': 'application/x-www-form-urlencoded' },
  });
  const plain = await house.send({
    payload: '{"query":"{__typename}"}',
    headers: { ...bearer, 'content-type': 'text/plain' },
  });
  expect([form.status, plain.status]).toEqual([415, 415]);
  expect(codeOf(form)).toBe('BAD_USER_INPUT');
});

test('11. no trace is given', async () => {
  const reply = await house.ask('{ __typename }', token);
  expect(reply.text).not.toMatch(/tracing|ftv1|"extensions"/);
});

test('12. an error tells nothing of the inside', async () => {
  const reply = await house.ask('query cop { { } }', token);
  expect(codeOf(reply)).toBe('GRAPHQL_PARSE_FAILED');
  expect(reply.text).not.toMatch(/stacktrace|exception|node_modules|\.ts|\.js/);
});

test('somebody with the explore scope can read the whole schema, as GraphiQL does', async () => {
  const reply = await house.ask(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }), token);
  expect(reply.status).toBe(200);
  expect(reply.body.errors).toBeUndefined();
});
