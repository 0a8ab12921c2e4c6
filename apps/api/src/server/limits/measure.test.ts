// The cost of a document is what it could bring back: lists multiply, pages count as long as they may be.
import { buildSchema, parse } from 'graphql';
import { readListSizes } from './list-size.js';
import { measure } from './measure.js';

const schema = buildSchema(`
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    cases(first: Int = 25): Cases! @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    staff: [Person!]! @listSize(assumedSize: 50)
    unstated: [Person]
    one: Person
  }
  type Cases { edges: [Edge!]! total: Int }
  type Edge { node: Case }
  type Case { id: ID people: [Person!]! @listSize(assumedSize: 4) }
  type Person { id: ID friend: Person }
`);
readListSizes(schema);
const cost = (source: string) => measure(parse(source), schema, 100).cost;

test('a leaf is free, an object costs one, a list as many as are in it', () => {
  expect(cost('{ one { id } }')).toBe(1);
  expect(cost('{ staff { id friend { id } } }')).toBe(100);
  expect(cost('{ unstated { id } }')).toBe(10);
});

test('a page costs as many rows as it asks for, the usual page when it does not say', () => {
  expect(cost('{ cases { edges { node { id } } } }')).toBe(1 + 25 * 2);
  expect(cost('{ cases(first: 3) { edges { node { id people { id } } } } }')).toBe(1 + 3 * (1 + 1 + 4));
});

test('a page whose length is a variable costs the longest page, since the measure holds for every value', () => {
  expect(cost('query q($n: Int) { cases(first: $n) { edges { node { id } } } }')).toBe(1 + 100 * 2);
});

test('a page costs the same when its rows are asked for in a fragment', () => {
  const rows = 'fragment rows on Cases { edges { node { id } } }';
  expect(cost(`{ cases(first: 7) { ...rows } } ${rows}`)).toBe(1 + 7 * 2);
  expect(cost(`{ a: cases(first: 7) { ...rows } b: cases(first: 2) { ...rows } } ${rows}`)).toBe(2 + 9 * 2);
});

test('the dearest operation of a document counts', () => {
  expect(cost('query a { one { id } } query b { staff { id } }')).toBe(50);
});

test('a fragment inside itself ends', () => {
  expect(measure(parse('{ ...a } fragment a on Query { one { id } ...a }'), schema, 100).depth).toBe(2);
});

test('looking at the schema costs one, whatever it looks at: graphql-js bounds it by itself', () => {
  expect(measure(parse('{ __schema { types { fields { type { name } } } } }'), schema, 100)).toMatchObject({
    cost: 1,
    depth: 1,
  });
});
