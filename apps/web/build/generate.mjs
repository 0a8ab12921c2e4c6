// Writes what pages need of their own folders and of the schema: the types of each page.graphql, and the list of pages.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { Kind, parse } from 'graphql';

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

/** The list of pages: whatever class a controller.ts below areas/ exports is one. */
function pagesOf(controllers) {
  const modules = controllers.map((path, at) => [
    `page${at}`,
    `./${relative(join(web, 'areas'), path).replace('.ts', '.js')}`,
  ]);
  return [
    '// Every page, found by its controller.ts. Generated: add a folder instead.',
    "import type { Type } from '@nestjs/common';",
    ...modules.map(([name, path]) => `import * as ${name} from '${path.replaceAll('\\', '/')}';`),
    '',
    `const modules: readonly Readonly<Record<string, Type>>[] = [${modules.map(([name]) => name).join(', ')}];`,
    'export const pages: readonly Type[] = modules.flatMap((module) => Object.values(module));',
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
const controllers = filesLike(areas, '**/*.ts').filter((path) => basename(path) === 'controller.ts');
write(join(areas, 'pages.generated.ts'), pagesOf(controllers));
