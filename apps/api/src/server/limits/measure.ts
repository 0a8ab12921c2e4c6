// Measures a document before it is validated: depth, cost, aliases, directives and repeated fields, in one walk.
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { listSizes, type Inherited } from './list-size.js';

/** What one document asks for, fragments counted as often as they are spread. */
export interface Measures {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly directives: number;
  readonly duplicates: number;
}
const nothing: Measures = { depth: 0, cost: 0, aliases: 0, directives: 0, duplicates: 0 };
const none: Inherited = new Map();

/**
 * Measures the document against a schema. Linear in the document: each fragment is measured once and its measures
 * are added wherever it is spread, so a bomb of nested fragments costs us nothing and is still counted in full.
 * The largest operation counts. `__schema` and `__type` are left to graphql-js's own rule (MaxIntrospectionDepth).
 */
export function measure(document: DocumentNode, schema: GraphQLSchema, pageRows: number): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Measures>();

  function ofSelections(set: SelectionSetNode, on: GraphQLNamedType | undefined, sizes: Inherited): Measures {
    const times = new Map<string, number>();
    let sum = nothing;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        times.set(key, (times.get(key) ?? 0) + 1);
      }
      sum = beside(sum, ofSelection(selection, on, sizes));
    }
    return { ...sum, duplicates: Math.max(sum.duplicates, ...times.values()) };
  }

  function ofSelection(node: SelectionNode, on: GraphQLNamedType | undefined, sizes: Inherited): Measures {
    const directives = node.directives?.length ?? 0;
    const own =
      node.kind === Kind.FIELD
        ? ofField(node, on, sizes)
        : node.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(node.name.value, sizes)
          : ofSelections(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? on, sizes);
    return directives === 0 ? own : { ...own, directives: own.directives + directives };
  }

  function ofField(node: FieldNode, on: GraphQLNamedType | undefined, sizes: Inherited): Measures {
    const aliases = node.alias ? 1 : 0;
    if (!node.selectionSet) return { ...nothing, depth: 1, aliases };
    const field = fieldOf(on, node.name.value);
    const { times, below } = listSizes(field, node, pageRows);
    const size = sizes.get(node.name.value) ?? times;
    const inner = ofSelections(node.selectionSet, field && getNamedType(field.type), below);
    const introspection = node.name.value.startsWith('__');
    return {
      ...inner,
      depth: introspection ? 1 : inner.depth + 1,
      cost: introspection ? 1 : size * (1 + inner.cost),
      aliases: inner.aliases + aliases,
    };
  }

  function ofFragment(name: string, sizes: Inherited): Measures {
    const key = [name, ...[...sizes].flat()].join(' ');
    const known = measured.get(key);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    measured.set(key, nothing); // a fragment inside itself counts once; validation refuses it
    const own = ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), sizes);
    const directives = own.directives + (fragment.directives?.length ?? 0);
    const result = { ...own, directives };
    measured.set(key, result);
    return result;
  }

  const typeNamed = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name));

  let largest = nothing;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const own = ofSelections(node.selectionSet, schema.getRootType(node.operation) ?? undefined, none);
    const variables = node.variableDefinitions?.reduce((n, v) => n + (v.directives?.length ?? 0), 0) ?? 0;
    largest = larger(largest, { ...own, directives: own.directives + (node.directives?.length ?? 0) + variables });
  }
  return largest;
}

function fieldOf(on: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(on) || isInterfaceType(on) ? on.getFields()[name] : undefined;
}

const beside = (a: Measures, b: Measures): Measures => ({
  depth: Math.max(a.depth, b.depth),
  cost: a.cost + b.cost,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  duplicates: Math.max(a.duplicates, b.duplicates),
});
const larger = (a: Measures, b: Measures): Measures => ({
  depth: Math.max(a.depth, b.depth),
  cost: Math.max(a.cost, b.cost),
  aliases: Math.max(a.aliases, b.aliases),
  directives: Math.max(a.directives, b.directives),
  duplicates: Math.max(a.duplicates, b.duplicates),
});
