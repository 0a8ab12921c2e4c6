// Reads the payload of every event out of the types of libs/case, so that a test can hold the schema against them.
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../../test/architecture/sources.js';

/** A field of an event: whether it may be left out, and what it holds. */
export interface Field {
  readonly optional: boolean;
  readonly holds: Holds;
}
/** `names`: one of these words. `text`: any text. `record`: fields of its own. */
export type Holds =
  | { readonly kind: 'boolean' | 'text' }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'list'; readonly of: Holds }
  | { readonly kind: 'record'; readonly fields: Fields };
export type Fields = Readonly<Record<string, Field>>;

/** Event type to its fields, as the interface EventPayloads of libs/case states them. */
export function payloads(): Readonly<Record<string, Fields>> {
  const file = join(root, 'libs/case/src/facts.ts');
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], exactOptionalPropertyTypes: true };
  const program = ts.createProgram([file], {
    ...options,
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declared = source?.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'EventPayloads',
  );
  if (!declared) throw new Error('libs/case has no interface EventPayloads');

  const fieldsOf = (type: ts.Type): Fields =>
    Object.fromEntries(
      checker.getPropertiesOfType(type).map((property) => {
        const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        return [
          property.name,
          { optional, holds: holdsOf(checker.getNonNullableType(checker.getTypeOfSymbol(property))) },
        ];
      }),
    );
  const holdsOf = (type: ts.Type): Holds => {
    if (type.flags & ts.TypeFlags.BooleanLike) return { kind: 'boolean' };
    if (type.flags & ts.TypeFlags.String) return { kind: 'text' };
    if (type.isStringLiteral()) return { kind: 'names', names: [type.value] };
    if (type.isUnion()) {
      if (type.types.every((each) => each.flags & ts.TypeFlags.BooleanLike)) return { kind: 'boolean' };
      return { kind: 'names', names: type.types.map((each) => String((each as ts.StringLiteralType).value)) };
    }
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return element ? { kind: 'list', of: holdsOf(element) } : { kind: 'record', fields: fieldsOf(type) };
  };

  const all = checker.getPropertiesOfType(checker.getTypeAtLocation(declared));
  return Object.fromEntries(all.map((event) => [event.name, fieldsOf(checker.getTypeOfSymbol(event))]));
}
