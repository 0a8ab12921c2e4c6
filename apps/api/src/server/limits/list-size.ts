// Reads how long a list can be from `@listSize` in the schema (the cost directives of the GraphQL-over-HTTP community draft).
import { getDirectiveValues, getNullableType, isListType, Kind } from 'graphql';
import type { FieldNode, GraphQLField, GraphQLSchema } from 'graphql';

/** Sizes that a field passes to the lists right below it, by field name: a connection's `edges` are as many as its `first`. */
export type Inherited = ReadonlyMap<string, number>;

interface ListSize {
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
}

// A list whose length is not stated in the schema; the architecture test asks for @listSize wherever it can grow.
const ASSUMED = 10;
const read = new WeakMap<object, ListSize>();

/** Looks the directive up once, for every field of the schema. */
export function readListSizes(schema: GraphQLSchema): void {
  const directive = schema.getDirective('listSize');
  if (!directive) return;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      const stated = field.astNode && getDirectiveValues(directive, field.astNode);
      if (stated) read.set(field, stated as ListSize);
    }
  }
}

/**
 * How many objects a field can return, and what it tells the fields below. A slicing argument that is a variable
 * counts as the largest page: the measure holds for every request with that document, so it is taken only once.
 */
export function listSizes(field: GraphQLField<unknown, unknown> | undefined, node: FieldNode, pageRows: number) {
  if (!field) return { times: 1, below: new Map<string, number>() };
  const stated = read.get(field);
  const size = stated ? sliced(stated, field, node, pageRows) : ASSUMED;
  const below = new Map((stated?.sizedFields ?? []).map((name) => [name, size]));
  return { times: isListType(getNullableType(field.type)) ? size : 1, below };
}

function sliced(stated: ListSize, field: GraphQLField<unknown, unknown>, node: FieldNode, pageRows: number): number {
  const sizes = (stated.slicingArguments ?? []).flatMap((name) => {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (given?.kind === Kind.INT) return [Math.max(0, Number(given.value))];
    if (given?.kind === Kind.VARIABLE) return [pageRows];
    const byDefault = field.args.find((argument) => argument.name === name)?.defaultValue;
    return typeof byDefault === 'number' ? [byDefault] : [];
  });
  return sizes.length > 0 ? Math.max(...sizes) : (stated.assumedSize ?? ASSUMED);
}
