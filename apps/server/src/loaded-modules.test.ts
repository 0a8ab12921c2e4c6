// What a server that has nothing to migrate loads: each large package that is needed seldom, or by the build alone, stays out.
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../../libs/config/src/paths.js';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';

let database: FreshDatabase;
let empty: FreshDatabase;
beforeAll(async () => {
  execFileSync(process.execPath, ['apps/cli/launch/cli.mjs', 'build'], { cwd: root });
  [database, empty] = await Promise.all([freshDatabase(), emptyDatabase()]);
}, 120_000);
afterAll(() => Promise.all([database.drop(), empty.drop()]));

const built = (path: string) => pathToFileURL(join(root, 'dist', path)).href;

/** The packages that a process has loaded when it has run some lines. */
async function loadedBy(lines: string): Promise<Set<string>> {
  const program = `import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({ load: (url, context, next) => {
      const name = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
      if (name) loaded.add(name);
      return next(url, context);
    } });
    ${lines}
    process.stdout.write(JSON.stringify([...loaded]));
    process.exit(0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return new Set(JSON.parse(stdout) as string[]);
}

test('a server whose database is up to date loads no TypeORM, no calendar of the world and no compiler', async () => {
  const loaded = await loadedBy(`
    const { migrate } = await import('${built('libs/database/src/index.js')}');
    await migrate(${JSON.stringify(database.url)});
    for (const part of ['server/src/serve-parts', 'server/src/compose-services', 'server/src/demonstration', 'api/src/index', 'web/src/index', 'worker/src/index'])
      await import('${built('apps/')}' + part + '.js');`);
  expect([...loaded]).toEqual(expect.arrayContaining(['pg', 'xstate', '@nestjs/graphql', 'nunjucks', 'pg-boss']));
  const seldom = ['typeorm', 'date-holidays', 'astronomia', 'typescript', 'react', '@dbos-inc/dbos-sdk', 'sass'];
  expect(seldom.filter((name) => loaded.has(name))).toEqual([]);
}, 60_000);

test('a server whose database is empty loads TypeORM, and migrates it', async () => {
  const loaded = await loadedBy(`
    const { migrate } = await import('${built('libs/database/src/index.js')}');
    const ran = await migrate(${JSON.stringify(empty.url)});
    if (ran.length === 0) throw new Error('nothing ran');`);
  expect(loaded).toContain('typeorm');
}, 60_000);
