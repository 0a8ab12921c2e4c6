// What an operation asks for at its root: the names for the record of reads, the kind of reading, and the ids it asked for.
import {
  Kind,
  valueFromASTUntyped,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isUuid, type Id } from '#libs/case';
import type { ReadKind } from '#libs/access-log';

type Args = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, unknown>>;

/** Where the kind does not follow from the operation. A field that is not here is a list; a mutation tells what a preview tells. */
const kinds: Readonly<Record<string, ReadKind | ((args: Args) => ReadKind)>> = {
  case: 'read',
  myCases: 'read',
  preview: 'preview',
  invite: 'read',
  assistSignIn: 'read',
  mergePersons: 'read',
  receiveSubjectRequest: 'read',
  people: 'search',
  // a reference, or a part of one, names a case
  caseload: ({ filter }) => ((filter as Args | null | undefined)?.['reference'] == null ? 'list' : 'search'),
};
/** Whatever asks for more stands for the whole operation. */
const strongest: readonly ReadKind[] = ['export', 'emergency', 'search', 'read', 'preview', 'list'];
/** Arguments that name a case or a person; an `id` is a case's only where the field is `case`. */
const caseArgs: Readonly<Record<string, true>> = { caseId: true, id: true };
const MOST_NAMES = 250;

/** What was asked for, whether or not it was there. */
export interface AskedFor {
  readonly kind: ReadKind;
  readonly operation: string;
  readonly cases: readonly Id[];
  readonly persons: readonly Id[];
}

/** Reads the root of an operation with its variables. */
export function askedFor(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): AskedFor {
  const mutation = operation.operation === 'mutation';
  const fields = rootFields(document, operation.selectionSet).filter(({ name }) => !name.value.startsWith('__'));
  const asked = fields.map((field) => ({ name: field.name.value, args: argsOf(field, variables) }));
  const found = new Set(asked.map(({ name, args }) => kindOf(name, args, mutation)));
  const names = [...new Set(asked.map(({ name }) => name))].toSorted().join(' ');
  const ids = (of: (name: string, arg: string) => boolean): Id[] =>
    asked.flatMap(({ name, args }) =>
      Object.entries(args).flatMap(([arg, value]) => (of(name, arg) && isId(value) ? [value.toLowerCase()] : [])),
    );
  return {
    kind: strongest.find((kind) => found.has(kind)) ?? 'list',
    operation: names.slice(0, MOST_NAMES),
    cases: mutation ? [] : ids((name, arg) => arg in caseArgs && (arg !== 'id' || name === 'case')),
    persons: mutation ? [] : ids((_, arg) => arg === 'personId'),
  };
}

function kindOf(name: string, args: Args, mutation: boolean): ReadKind {
  const kind = kinds[name] ?? (mutation ? 'preview' : 'list');
  return typeof kind === 'function' ? kind(args) : kind;
}

const isId = (value: unknown): value is Id => typeof value === 'string' && isUuid(value);

const argsOf = (field: FieldNode, variables: Variables): Args =>
  Object.fromEntries(
    (field.arguments ?? []).map((given: ArgumentNode) => [
      given.name.value,
      valueFromASTUntyped(given.value, variables),
    ]),
  );

function rootFields(document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}
