// Writes what pages need of their own folders and of the schema: the types of each page.graphql, the commands, the lists of pages and forms.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { Kind, parse } from 'graphql';
import { chartModule } from './chart.mjs';
import { commandFiles } from './commands.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const web = join(root, 'apps', 'web', 'src');
const text = (path) => readFileSync(path, 'utf8');
const filesLike = (folder, pattern) =>
  globSync(pattern, { cwd: folder })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

/** Every value of these types is text in JSON; the schema's other scalars are numbers and booleans. */
const config = {
  defaultScalarType: 'string',
  scalars: { ID: 'string' },
  immutableTypes: true,
  namingConvention: 'keep',
  skipTypename: true,
};

/** Adds a constant for each operation: its name, and the sha256 by which the API knows the file. */
const trustedOperations = {
  plugin(_schema, [{ location, document }]) {
    const sha256 = createHash('sha256').update(text(location)).digest('hex');
    const operation = relative(dirname(location), join(web, 'api', 'operation.js')).replaceAll('\\', '/');
    const constants = document.definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map(({ name: { value: name }, operation: kind }) => {
        const types = kind === 'query' ? `${name}Query` : `${name}Mutation`;
        return `export const ${name}: Operation<${types}, ${types}Variables> = { operationName: '${name}', sha256 };`;
      });
    return {
      prepend: [`import type { Operation } from '${operation}';`],
      content: [`const sha256 = '${sha256}';`, ...constants].join('\n'),
    };
  },
};

/** The generated twin of one page.graphql. Rejects with the place and the reason when it does not fit the schema. */
async function operationsOf(location, schema) {
  const content = await codegen({
    schema,
    documents: [{ location, document: parse(text(location)) }],
    filename: 'page.generated.ts',
    plugins: [{ operationTypes: {} }, { trustedOperations: {} }],
    pluginMap: { operationTypes, trustedOperations },
    config,
  }).catch((error) => {
    const reasons = error.errors ?? [error];
    throw new Error(`${relative(root, location)}: ${reasons.map(({ message }) => message).join('; ')}`);
  });
  return `// What page.graphql asks, and the types of its answers and variables. Generated: change page.graphql instead.\n${content}\n`;
}

/** A list of what modules export, found by their place: `says` opens the file, `type` is imported from `from`. */
function listOf(folder, paths, { says, name, type, from }) {
  const modules = paths.map((path, at) => [
    `module${at}`,
    `./${relative(folder, path).replaceAll('\\', '/').replace('.ts', '.js')}`,
  ]);
  return [
    `// ${says} Generated: add one instead.`,
    `import type { ${type} } from '${from}';`,
    ...modules.map(([module, path]) => `import * as ${module} from '${path}';`),
    '',
    `const modules: readonly Readonly<Record<string, ${type}>>[] = [${modules.map(([module]) => module).join(', ')}];`,
    `export const ${name}: readonly ${type}[] = modules.flatMap((module) => Object.values(module));`,
    '',
  ].join('\n');
}

/** A file that says the same keeps its time, so that nothing is built again for it. */
function write(path, content) {
  if (!existsSync(path) || text(path) !== content) writeFileSync(path, content);
}

const schema = parse(filesLike(join(root, 'schema'), '*.graphql').map(text).join('\n'));
const areas = join(web, 'areas');
const documents = filesLike(areas, '**/page.graphql');
for (const old of filesLike(areas, '**/page.generated.ts'))
  if (!existsSync(join(dirname(old), 'page.graphql'))) rmSync(old);
for (const path of documents) write(join(dirname(path), 'page.generated.ts'), await operationsOf(path, schema));
const commands = join(areas, 'commands');
mkdirSync(commands, { recursive: true });
const made = commandFiles(schema);
for (const old of filesLike(commands, '*.generated.graphql')) if (!made.has(basename(old))) rmSync(old);
for (const [name, content] of made) write(join(commands, name), content);

write(join(web, 'kit', 'chart', 'chart.generated.ts'), chartModule(text(join(root, 'schema', 'picture.svg'))));

const controllers = filesLike(areas, '**/*.ts').filter((path) => basename(path) === 'controller.ts');
const allPages = {
  says: 'Every page, found by its controller.ts.',
  name: 'pages',
  type: 'Type',
  from: '@nestjs/common',
};
write(join(areas, 'pages.generated.ts'), listOf(areas, controllers, allPages));
/** A list of the forms that modules of a folder of `areas/staff` declare. */
function writeForms(folder, list) {
  const path = join(areas, 'staff', folder);
  const declared = filesLike(path, '**/*.ts').filter((one) => !/\.(test|generated)\.ts$/.test(one));
  if (existsSync(path)) write(join(path, `${folder}.generated.ts`), listOf(path, declared, list));
}
writeForms('forms', {
  says: 'Every form of a command that staff fill in, found in this folder.',
  name: 'forms',
  type: 'CommandForm',
  from: '../../../command-form/definition.js',
});
writeForms('acts', {
  says: 'Every form of an act outside a case that staff fill in, found in this folder.',
  name: 'actForms',
  type: 'ActForm',
  from: '../../../command-form/act.js',
});
