// Reads the repository's own source files and what each imports, for the tests that guard its shape.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The top folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Import {
  /** As written: `./facts.js`, `#libs/case`, `node:fs`, `pg`. */
  readonly from: string;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** The source file it leads to, from the top folder; null for packages and built-ins. */
  readonly file: string | null;
  /** The package it names (`@nestjs/core`); null for our own files and built-ins. */
  readonly package: string | null;
  readonly builtin: boolean;
}

export interface Source {
  /** From the top folder, with forward slashes: `libs/case/src/index.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** `apps/api`, `libs/case`, `test`. */
  readonly part: string;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
}

/** Every file under `folder` whose name ends in one of `endings`, from the top folder, in order. */
export function filesUnder(folder: string, ...endings: string[]): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Every TypeScript source of the repository, parsed once. */
export const sources: readonly Source[] = ['apps', 'libs', 'test'].flatMap((top) => filesUnder(top, '.ts')).map(read);

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const [top = '', name = ''] = path.split('/');
  const part = top === 'test' ? 'test' : `${top}/${name}`;
  return {
    path,
    text,
    tree,
    part,
    isTest: top === 'test' || path.endsWith('.test.ts'),
    imports: importsOf(path, tree),
  };
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push(resolve(path, (node.moduleSpecifier as ts.StringLiteral).text, isTypeOnly(node)));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push(resolve(path, argument.text, false));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function resolve(path: string, from: string, typeOnly: boolean): Import {
  const shape = { from, typeOnly, package: null, builtin: false };
  if (from.startsWith('.')) return { ...shape, file: join(dirname(path), from).replace(/\.js$/, '.ts') };
  if (from.startsWith('#libs/')) return { ...shape, file: `${from.slice(1)}/src/index.ts` };
  if (isBuiltin(from)) return { ...shape, file: null, builtin: true };
  const parts = from.split('/');
  return { ...shape, file: null, package: parts.slice(0, from.startsWith('@') ? 2 : 1).join('/') };
}
