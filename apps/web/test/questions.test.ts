// What the pages ask fits the schema, the limits and the shapes they expect; what visitors ask is a document by itself.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { z } from 'zod';
import { defaultLimits } from '../../api/src/limits/limits.js';
import { assertWithin } from '../../api/src/limits/admit.js';
import { readListSizes } from '../../api/src/limits/list-size.js';
import { visitorsMay } from '../../api/src/auth/visitors.js';
import { readSdl } from '../../api/src/graphql/schema-files.js';
import { filesUnder, root } from '../../../test/support/sources.js';
import type { Operation } from '../src/api/operation.js';

const schema: GraphQLSchema = buildSchema(readSdl());
readListSizes(schema);
const documents = filesUnder('apps/web/src/areas', '.graphql').map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, document: parse(text) };
});
const asked: { path: string; document: DocumentNode; question: Operation<unknown> }[] = [];
for (const { path, document } of documents) {
  const found = (await import(join(root, dirname(path), 'questions.ts'))) as Record<string, Operation<unknown>>;
  for (const question of Object.values(found)) asked.push({ path, document, question });
}

test.each(documents)('$path fits the schema, and the limits of the API', ({ document, text }) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  expect(() => assertWithin(text, defaultLimits, schema)).not.toThrow();
});

test('every operation of a document is asked by its page, and none is asked that is not there', () => {
  const named = documents.flatMap(({ path, document }) =>
    document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [`${path} ${node.name?.value}`] : [],
    ),
  );
  expect(asked.map(({ path, question }) => `${path} ${question.operationName}`).toSorted()).toEqual(named.toSorted());
});

test.each(asked.map(({ path, document, question }) => ({ path, document, question, name: question.operationName })))(
  '$name expects what the schema answers',
  ({ document, question, name }) => {
    const operation = document.definitions.find(
      (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name,
    );
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${name} is not there`);
    const type = schema.getRootType(operation.operation);
    if (!type) throw new Error('no such root');
    expect(expected(z.toJSONSchema(question.answer))).toEqual(answered(type, operation.selectionSet));
  },
);

test('what visitors may send, the API lets them', () => {
  const opens = documents.filter(({ text }) => /signInStaff|redeem(Invitation|Code)/.test(text));
  expect(opens).toHaveLength(3);
  for (const { text } of opens) expect(visitorsMay(new Map([['x', text]]))({ query: text })).toBe(true);
});

/** A shape as plain data: names and kinds, `?` where null may stand. */
type Shape = string | { [field: string]: Shape } | Shape[];

/** What the schema says the selection gives. */
function answered(type: GraphQLObjectType, set: SelectionSetNode): Record<string, Shape> {
  const shape: Record<string, Shape> = {};
  for (const node of set.selections) {
    if (node.kind !== Kind.FIELD) continue;
    const field = type.getFields()[node.name.value];
    if (field) shape[node.name.value] = ofType(field.type, node.selectionSet);
  }
  return shape;
}

function ofType(type: GraphQLOutputType, set: SelectionSetNode | undefined): Shape {
  if (isNonNullType(type)) return notNull(type.ofType, set);
  return { '?': notNull(type, set) };
}

function notNull(type: GraphQLOutputType, set: SelectionSetNode | undefined): Shape {
  if (isListType(type)) return [ofType(type.ofType as GraphQLOutputType, set)];
  const named = getNamedType(type);
  if (isEnumType(named)) return `enum ${named.getValues().map(({ name }) => name).toSorted().join()}`; // prettier-ignore
  if (isScalarType(named)) return { Boolean: 'boolean', Int: 'number', Float: 'number' }[named.name] ?? 'string';
  if (isUnionType(named)) {
    const members = named.getTypes().map((member): [string, Shape] => {
      const own = set?.selections.flatMap((node) =>
        node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === member.name
          ? node.selectionSet.selections
          : [],
      );
      return [member.name, answered(member, { kind: Kind.SELECTION_SET, selections: own ?? [] })];
    });
    return { union: Object.fromEntries(members) };
  }
  return answered(named as GraphQLObjectType, set ?? { kind: Kind.SELECTION_SET, selections: [] });
}

interface Json {
  type?: string | readonly string[];
  const?: string;
  enum?: string[];
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
}

/** What the page's own shape says, in the same terms. */
function expected(json: object): Shape {
  const { type, properties, items, anyOf, oneOf, enum: values } = json as Json;
  const choices = anyOf ?? oneOf;
  const nullable = choices?.find((one) => one.type !== 'null');
  if (choices?.some((one) => one.type === 'null') && nullable) return { '?': expected(nullable) };
  if (choices) {
    const members = choices.map((one): [string, Shape] => {
      const { __typename: name, ...fields } = one.properties ?? {};
      return [name?.const ?? '', expected({ type: 'object', properties: fields })];
    });
    return { union: Object.fromEntries(members) };
  }
  if (Array.isArray(type)) return { '?': String(type.find((one) => one !== 'null')) };
  if (values) return `enum ${values.toSorted().join()}`;
  if (type === 'array') return [expected(items ?? {})];
  if (type === 'object') return mapped(properties ?? {});
  return String(type);
}
const mapped = (fields: Record<string, Json>): Shape =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, expected(field)]));
