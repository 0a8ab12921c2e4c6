// Makes up a command of each kind from the schema alone: the first name of every table, the ids it is given, some words.
import {
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { readSdl } from '../../../apps/api/src/server/graphql/schema-files.js';
import { knownNames } from '../../../apps/api/src/queries/vocabulary/names.js';

const schema = buildSchema(readSdl());
const mutations = schema.getMutationType()?.getFields() ?? {};

/** The input of a mutation's event; null when it says nothing. */
export const inputOf = (verb: string): string | null => {
  const type = mutations[verb]?.args.find(({ name }) => name === 'event')?.type;
  return type ? String(type).replace('!', '') : null;
};

/** Ids by the name of the field they stand in; any other id is one that nothing has. */
export type Ids = Readonly<Record<string, string>>;
const NOTHING = 'c0000000-0000-4000-8000-00000000000c';
const texts: Readonly<Record<string, unknown>> = {
  Boolean: true,
  String: 'Northfold Housing',
  Words: 'Some words',
  Date: '2099-01-02',
  DateTime: '2099-01-02T10:00:00.000Z',
  Sha256: 'a'.repeat(64),
  Int: 1,
};

/** The event that a mutation takes, with every field that must be given. */
export function sample(verb: string, ids: Ids = {}): Record<string, unknown> | null {
  const input = inputOf(verb);
  return input === null ? null : record(schema.getType(input) as GraphQLInputObjectType, ids);
}

const record = (type: GraphQLInputObjectType, ids: Ids): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type))
      .map((field) => [field.name, value(field.type, field.name, ids)]),
  );

function value(declared: GraphQLInputType, name: string, ids: Ids): unknown {
  const type = getNullableType(declared);
  if (isListType(type)) return [value(type.ofType as GraphQLInputType, name, ids)];
  if (isInputObjectType(type)) return record(type, ids);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name === 'ID') return ids[name] ?? NOTHING;
  return (knownNames as Readonly<Record<string, readonly string[]>>)[type.name]?.[0] ?? texts[type.name];
}
