// The one place where audiences are held (R67): below the resolvers, so that one which forgets, or leaks, is stopped here.
import {
  defaultFieldResolver,
  getNamedType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { turnedAway } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import { entrances, ownTypes } from './entrances.js';
import { audienceOf, kindsOf, SIGNED_IN, within, type Readers } from './readers.js';

type Field = GraphQLField<unknown, RequestContext>;

/**
 * Puts a guard before each field whose audience is narrower than that of the fields through which its object is reached:
 * all who hold the object may read the others, so that they cost nothing. Out of audience the resolver is not asked
 * at all, and the answer is what it would be if there were nothing.
 */
export function enforceAudiences(schema: GraphQLSchema): GraphQLSchema {
  for (const { field, audience } of narrowed(schema)) {
    const read = field.resolve ?? defaultFieldResolver;
    const nothing = nothingOf(field);
    field.resolve = (source, args, context, info) =>
      (kindsOf(context.actor) & audience) === 0 ? nothing() : read(source, args, context, info);
  }
  return schema;
}

/** The fields that some readers who can hold their object may not read. */
export function narrowed(schema: GraphQLSchema): { name: string; field: Field; audience: Readers }[] {
  const held = entrances(schema);
  return ownTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const audience = audienceOf(schema, field);
      return within(held.get(type.name) ?? 0, audience)
        ? []
        : [{ name: `${type.name}.${field.name}`, field, audience }];
    }),
  );
}

/** Whether a field has a way of saying nothing: null, an empty list, an empty page. */
export const canSayNothing = ({ type }: Field): boolean =>
  !isNonNullType(type) || isListType(type.ofType) || getNamedType(type).name.endsWith('Connection');

const NO_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

/** What stands in a field for a reader who may not read it. */
function nothingOf(field: Field): () => unknown {
  if (!isNonNullType(field.type)) return () => null;
  if (isListType(field.type.ofType)) return () => [];
  if (getNamedType(field.type).name.endsWith('Connection')) return () => ({ edges: [], pageInfo: NO_PAGE });
  // Only what every signed-in reader may read is left (audience.test.ts): this reader has not signed in.
  return () => {
    throw turnedAway('UNAUTHENTICATED', 'Sign in first.');
  };
}

/** Whether a field without a way of saying nothing is for every signed-in reader. */
export const isForAllSignedIn = (audience: Readers): boolean => within(SIGNED_IN, audience);
