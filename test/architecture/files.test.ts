// How every file of the repository looks: its length, its first sentence, its name, what it declares.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findings, production, reachesFor } from './findings.js';
import { filesUnder, root, sources, type Source } from './sources.js';

describe('how a file looks', () => {
  test('no file is longer than 250 lines', () => {
    // What the build makes is as long as what it is made from.
    const isLong = ({ path, text }: Source) => !path.includes('.generated.') && text.split('\n').length > 251;
    expect(findings(sources, (source) => (isLong(source) ? ['split it by idea'] : []))).toEqual([]);
  });

  test('every file opens by saying what it is for', () => {
    expect(
      findings(sources, ({ text }) => (/^\/[/*]\*?\s+\S.{15,}/.test(text) ? [] : ['opens without a sentence'])),
    ).toEqual([]);
    const texts = [
      ...filesUnder('schema', '.sql', '.graphql'),
      ...filesUnder('apps', '.mjs'),
      ...filesUnder('test', '.mjs'),
    ];
    const silent = texts.filter((path) => !/^(\/\/|--|#|") ?\S/.test(readFileSync(join(root, path), 'utf8')));
    expect(silent).toEqual([]);
  });

  test('every file that CONTRIBUTING, SECURITY or a README names is there', () => {
    const guides = [
      'CONTRIBUTING.md',
      'SECURITY.md',
      'README.md',
      ...['apps', 'libs', 'test'].flatMap((top) => filesUnder(top, '.md')),
    ];
    const files = ['apps', 'libs', 'schema', 'test'].flatMap((top) => filesUnder(top, ''));
    const isNamed = /^[\w./-]+\.(ts|mjs|sql|graphql|njk)$/;
    // A guide names a file by its whole path, or by the end of it; the build makes those called generated.
    const isThere = (named: string) =>
      named.includes('.generated.') || files.some((path) => path === named || path.endsWith(`/${named}`));
    const missing = guides.flatMap((guide) =>
      [...readFileSync(join(root, guide), 'utf8').matchAll(/`([^`\s]+)`/g)]
        .flatMap(([, named]) => named ?? [])
        .filter((named) => isNamed.test(named) && !isThere(named))
        .map((named) => `${guide}: ${named}`),
    );
    expect(missing).toEqual([]);
  });

  test('no name says nothing: Manager, Helper, Util, Impl, Base, Common', () => {
    const vagueFile = /(^|[-./])(managers?|helpers?|utils?|impl|base|common|misc)[-.]/;
    const vagueName = /[a-z](Manager|Helpers?|Utils?|Impl|Base)$|^(Base|Common|Abstract)[A-Z]/;
    expect(sources.map(({ path }) => path).filter((path) => vagueFile.test(path))).toEqual([]);
    expect(findings(production, (source) => declared(source).filter((name) => vagueName.test(name)))).toEqual([]);
  });

  test('no enum, no namespace, no default export', () => {
    const rule = ({ tree }: Source) =>
      tree.statements.filter(
        (node) => ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node) || ts.isExportAssignment(node),
      );
    expect(findings(sources, (source) => rule(source).map((node) => node.getText().slice(0, 40)))).toEqual([]);
  });

  test('no test is skipped, postponed or run alone', () => {
    const silenced =
      /^((it|test|describe)(\.each|\.concurrent)?\.(skip|only|todo|failing)|([xf](it|describe)|xtest)\(\)?)$/;
    const tests = sources.filter((source) => source.isTest);
    expect(findings(tests, (source) => reachesFor(source).filter((text) => silenced.test(text)))).toEqual([]);
  });

  test('the top folder holds what the plan names and nothing else', () => {
    const plan =
      'apps libs schema test nest-cli.json package.json package-lock.json tsconfig.json README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md LICENSE';
    const made = ['node_modules', 'dist', 'dist.new', 'dist.old', 'coverage'];
    const names = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(names.filter((name) => !plan.split(' ').includes(name))).toEqual([]);
  });
});

function declared({ tree }: Source): string[] {
  return tree.statements.flatMap((node) => {
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText());
    if (
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    ) {
      return node.name ? [node.name.text] : [];
    }
    return [];
  });
}
