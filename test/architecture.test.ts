// Holds the plan of the repository: who may import whom, what stays pure, and how a file looks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { circlesIn } from './architecture/circles.js';
import { filesUnder, root, sources, type Source } from './architecture/sources.js';

/** Which libs a lib may enter, by its index. An app may enter every lib. A new lib is one row. */
const mayEnter: Record<string, readonly string[]> = {
  'libs/time': [],
  'libs/hash-chain': [],
  'libs/log': [],
  'libs/matching': [],
  'libs/case': ['libs/time'],
  'libs/config': ['libs/case'],
  'libs/database': ['libs/config'],
  'libs/intake': ['libs/matching', 'libs/time'],
  'libs/permissions': ['libs/database', 'libs/case', 'libs/time'],
  'libs/sealing': ['libs/database', 'libs/case'],
  'libs/commands': ['libs/sealing', 'libs/permissions', 'libs/database', 'libs/case', 'libs/hash-chain'],
  'libs/access-log': ['libs/sealing', 'libs/permissions', 'libs/database', 'libs/case', 'libs/hash-chain'],
  'libs/people': [
    'libs/commands',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/matching',
  ],
  'libs/staff': ['libs/people', 'libs/database', 'libs/case', 'libs/intake'],
  'libs/measures': ['libs/staff', 'libs/permissions', 'libs/database', 'libs/case', 'libs/time'],
  'libs/casework': [
    'libs/staff',
    'libs/people',
    'libs/commands',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/hash-chain',
    'libs/time',
  ],
  'libs/services': ['libs/casework', 'libs/people', 'libs/sealing', 'libs/permissions', 'libs/database'],
  'libs/sign-in': ['libs/casework', 'libs/permissions', 'libs/database', 'libs/case', 'libs/time'],
  'libs/rights': [
    'libs/casework',
    'libs/commands',
    'libs/access-log',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/hash-chain',
    'libs/time',
  ],
};

/** Packages that belong to one part of the repository alone. */
const onlyIn: Record<string, string> = {
  typeorm: 'libs/database',
  '@nestjs/graphql': 'apps/api',
  '@nestjs/apollo': 'apps/api',
  xstate: 'libs/case',
};

/** Apps that put the others together: the server, the commands, the demonstration and the bench. */
const composing = ['apps/server', 'apps/cli', 'apps/demo', 'apps/bench'];

/** The bench's peers: the same command as others write it, measured beside ours. */
const peers = 'apps/bench/src/servers/';

/** Libs without clock, randomness or Node, and the packages they may use all the same. */
const pure: Record<string, readonly string[]> = { 'libs/case': ['xstate'], 'libs/time': ['date-holidays'] };

const production = sources.filter((source) => !source.isTest);
const say = (source: Source, what: string) => `${source.path}: ${what}`;

/** Findings of a rule over files; a test expects none, so a failure lists every place. */
const findings = (among: readonly Source[], rule: (source: Source) => readonly string[]) =>
  among.flatMap((source) => rule(source).map((what) => say(source, what)));

describe('who may import whom', () => {
  test('every lib has its row in the table above', () => {
    const libs = readdirSync(join(root, 'libs')).map((name) => `libs/${name}`);
    expect(libs.filter((lib) => mayEnter[lib] === undefined)).toEqual([]);
  });

  test('libs import only the libs below them, and no app', () => {
    const rule = (source: Source) =>
      source.imports.filter(({ file }) => {
        const target = file?.split('/').slice(0, 2).join('/');
        return target !== undefined && target !== source.part && !mayEnter[source.part]?.includes(target);
      });
    const libs = production.filter((source) => source.part.startsWith('libs/'));
    expect(findings(libs, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('apps never import one another, those that put programs together apart', () => {
    const apps = production.filter((source) => source.part.startsWith('apps/') && !composing.includes(source.part));
    const rule = (source: Source) =>
      source.imports.filter(({ file }) => file?.startsWith('apps/') && !file.startsWith(`${source.part}/`));
    expect(findings(apps, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('a lib is entered by its index only', () => {
    const rule = ({ part, imports }: Source) =>
      imports.filter(
        ({ from, file }) =>
          /^#libs\/.*\//.test(from) ||
          (from.startsWith('.') && file?.startsWith('libs/') && !file.startsWith(`${part}/`)) ||
          (from.startsWith('#') && from === `#${part}`),
      );
    expect(findings(production, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('no file and no lib imports itself in a circle', () => {
    const files = production.map(({ path, imports }) => ({
      name: path,
      to: imports.flatMap(({ file }) => file ?? []),
    }));
    const parts = Object.groupBy(production, ({ part }) => part);
    const libs = Object.entries(parts).map(([name, members = []]) => ({
      name,
      to: members.flatMap(({ imports }) => imports.flatMap(({ file }) => file?.split('/').slice(0, 2).join('/') ?? [])),
    }));
    expect(circlesIn(files)).toEqual([]);
    expect(circlesIn(libs.map(({ name, to }) => ({ name, to: to.filter((other) => other !== name) })))).toEqual([]);
  });

  test.each(Object.entries(onlyIn))('%s is imported in %s alone', (name, part) => {
    const rule = (source: Source) => source.imports.filter((found) => found.package === name);
    const elsewhere = production.filter(({ part: here, path }) => here !== part && !path.startsWith(peers));
    expect(findings(elsewhere, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('every package imported is one that package.json names', () => {
    const named = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const known = { ...named['dependencies'], ...named['devDependencies'] };
    const rule = (source: Source) =>
      source.imports.flatMap((found) => found.package ?? []).filter((name) => !(name in known));
    expect(findings(sources, rule)).toEqual([]);
    expect(Object.entries(known).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });
});

describe.each(Object.entries(pure))('%s is pure', (part, packages) => {
  const inside = production.filter((source) => source.part === part);

  test('it imports no Node built-in and no package but its own', () => {
    const rule = (source: Source) =>
      source.imports.filter((found) => found.builtin || (found.package !== null && !packages.includes(found.package)));
    expect(findings(inside, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('it reads no clock, no randomness and no environment', () => {
    const impure =
      /^(Date\.now|Math\.random|performance\..*|crypto\..*|process\.(env|argv|cwd|hrtime|pid|nextTick)|new Date\(\)|Date\(\)|(setTimeout|setInterval|fetch|require)\(\)?)$/;
    expect(findings(inside, (source) => reachesFor(source).filter((text) => impure.test(text)))).toEqual([]);
  });
});

describe('how a file looks', () => {
  test('no file is longer than 250 lines', () => {
    expect(findings(sources, ({ text }) => (text.split('\n').length > 251 ? ['split it by idea'] : []))).toEqual([]);
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

/** What the code calls, makes and reads, as text: `Date.now`, `new Date()`, `fetch(`. Words in comments and strings do not count. */
function reachesFor({ tree }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.getText());
    if (ts.isNewExpression(node))
      found.push(`new ${node.expression.getText()}(${node.arguments?.length ? '...' : ''})`);
    if (ts.isCallExpression(node)) found.push(`${node.expression.getText()}(${node.arguments.length ? '' : ')'}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

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
