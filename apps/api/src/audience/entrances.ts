// Which readers can hold an object of each type at all: those who may read a field that gives one.
import { getNamedType, isAbstractType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { ANYONE, audienceOf, type Readers } from './readers.js';

/** The object types of our own contract. */
export const ownTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));

/** Type name to its readers. Every caller holds the roots; a type that no field gives has none. */
export function entrances(schema: GraphQLSchema): ReadonlyMap<string, Readers> {
  const found = new Map<string, Readers>();
  const letIn = (name: string, who: Readers) => found.set(name, (found.get(name) ?? 0) | who);
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) letIn(root.name, ANYONE);
  for (const type of ownTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const given = getNamedType(field.type);
      const possible = isAbstractType(given) ? schema.getPossibleTypes(given) : [given];
      for (const { name } of possible) letIn(name, audienceOf(schema, field));
    }
  }
  return found;
}
