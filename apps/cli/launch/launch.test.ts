// The launcher in a clone of its own: one at a time installs or builds, nothing is built twice, and what fails says so in one line.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../libs/config/src/paths.js';

let clone: string;
const at = (...parts: string[]) => join(clone, ...parts);
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'concord-launch-'));
  cpSync(join(root, 'apps/cli/launch'), at('apps/cli/launch'), { recursive: true });
  for (const name of ['libs', 'apps/web/build', 'node_modules/@swc/cli/bin']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('libs/one.ts'), 'export const one = 1;');
  writeFileSync(at('apps/web/build/generate.mjs'), ''); // this clone has no pages to generate types of
  writeFileSync(at('package.json'), JSON.stringify({ name: 'clone', version: '1.0.0', type: 'module' }));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  lines: string[];
}
/** Runs Node in the clone to its end; `lines` are those of standard error. */
function node(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: clone, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code, lines: said.split('\n').filter(Boolean) }));
  });
}
/** Runs a few lines that import from the launcher. */
const say = (lines: string) => node(['--input-type=module', '--eval', lines]);

test('a program that is run is told to stop when the launcher alone is, by whatever signal', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    writeFileSync(at('waits.mjs'), `setInterval(() => {}, 1000); console.log('ready');`);
    const running = `import { run } from './apps/cli/launch/run.mjs';
      await run(process.execPath, ['waits.mjs'], process.cwd());`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', running], {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.kill(signal));
    await ended;
  }
});

test('a server may hold a gigabyte of old objects, or what NODE_OPTIONS of the caller say', async () => {
  const limitWith = async (options: string): Promise<number> => {
    const { lines } = await say(`import { smallHeap } from './apps/cli/launch/memory.mjs';
      import { spawnSync } from 'node:child_process';
      const env = smallHeap({ NODE_OPTIONS: '${options}' });
      const code = 'console.error(v8.getHeapStatistics().heap_size_limit / 1024 / 1024)';
      spawnSync(process.execPath, ['-e', code], { env, stdio: 'inherit' });`);
    return Number(lines[0]);
  };
  const [ours, theirs] = [await limitWith(''), await limitWith('--max-old-space-size=300')];
  expect(ours).toBeGreaterThan(1024);
  expect(ours).toBeLessThan(1200);
  expect(theirs).toBeLessThan(500);
});

describe('the lock', () => {
  const work = `import { alone } from './apps/cli/launch/lock.mjs';
    import { appendFileSync } from 'node:fs';
    await alone(async () => {
      appendFileSync('log', 'begin ');
      await new Promise((resolve) => setTimeout(resolve, 30));
      appendFileSync('log', 'end ');
    });`;

  test('lets one launcher work at a time, and leaves nothing behind', async () => {
    const ended = await Promise.all([1, 2, 3].map(() => say(work)));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readFileSync(at('log'), 'utf8')).toBe('begin end '.repeat(3));
    expect(readdirSync(at('.data'))).toEqual([]);
  });

  test('of a launcher that was killed is taken over, by one of those who wait', async () => {
    const { code } = await say(`import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync('.data'); writeFileSync('.data/launch.lock', String(process.pid)); process.exit(9);`);
    expect(code).toBe(9);
    await Promise.all([1, 2, 3].map(() => say(work)));
    expect(readFileSync(at('log'), 'utf8')).toBe('begin end '.repeat(3));
    expect(readdirSync(at('.data'))).toEqual([]);
  });

  test('is given back when the work fails', async () => {
    const failing = work.replace(`appendFileSync('log', 'end ');`, `throw new Error('broken');`);
    expect((await say(failing)).code).toBe(1);
    expect(readdirSync(at('.data'))).toEqual([]);
  });
});

describe('the build', () => {
  const build = () =>
    say(`import { ensureBuilt } from './apps/cli/launch/build.mjs';
      await ensureBuilt(process.execPath).catch((error) => { console.error(error.message); process.exit(1); });`);
  // Stands in for the compiler: writes what it was told to, and notes that it ran.
  const compiler = (fails: boolean) =>
    writeFileSync(
      at('node_modules/@swc/cli/bin/swc.js'),
      `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
       const into = process.argv[process.argv.indexOf('--out-dir') + 1];
       mkdirSync(into, { recursive: true });
       appendFileSync('runs', 'x');
       writeFileSync(into + '/made', 'x');
       ${fails ? `console.error('line 3 is wrong'); process.exit(1);` : ''}`,
    );
  const runs = () => (existsSync(at('runs')) ? readFileSync(at('runs'), 'utf8').length : 0);

  test('happens once for the same sources, again for a new or changed one, and once for launchers that start together', async () => {
    compiler(false);
    await Promise.all([build(), build()]);
    expect(runs()).toBe(1);
    await build();
    expect(runs()).toBe(1);
    writeFileSync(at('libs/two.ts'), 'export const two = 2;');
    await build();
    expect(runs()).toBe(2);
    rmSync(at('libs/two.ts'));
    await build();
    expect(runs()).toBe(3);
    expect(readdirSync(at('dist')).toSorted()).toEqual(['.built-from', 'made']);
  });

  test('that fails says where, and leaves the build that was there', async () => {
    compiler(false);
    await build();
    writeFileSync(at('dist/made'), 'the old one');
    compiler(true);
    writeFileSync(at('libs/two.ts'), 'export const = ;');
    expect(await build()).toEqual({ code: 1, lines: ['The sources do not compile.', 'line 3 is wrong'] });
    expect(readFileSync(at('dist/made'), 'utf8')).toBe('the old one');
    compiler(false);
    expect((await build()).code).toBe(0);
    expect(readFileSync(at('dist/made'), 'utf8')).toBe('x');
  });
});

describe('a command', () => {
  const lock = (packages: object) =>
    writeFileSync(
      at('package-lock.json'),
      JSON.stringify({ name: 'clone', version: '1.0.0', lockfileVersion: 3, requires: true, packages }),
    );

  test('without its package registry says so in one line, and where the log is', async () => {
    const dependencies = { 'left-pad': '1.3.0' };
    writeFileSync(at('package.json'), JSON.stringify({ name: 'clone', version: '1.0.0', dependencies }));
    lock({
      '': { name: 'clone', version: '1.0.0', dependencies },
      'node_modules/left-pad': { version: '1.3.0', resolved: 'http://127.0.0.1:1/left-pad/-/left-pad-1.3.0.tgz' },
    });
    // port 1 of this machine: nobody listens there
    const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:1/', npm_config_cache: at('cache') };
    const { code, lines } = await node(['apps/cli/launch/cli.mjs', 'install'], env);
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^concord: npm cannot reach its package registry \(ECONNREFUSED\): check the network .* Log: /,
    );
    expect(existsSync(at('.data/install.log'))).toBe(true);
  });

  test('with a damaged lock file, and one that does not exist, get one line', async () => {
    writeFileSync(at('package-lock.json'), '{');
    const damaged = await node(['apps/cli/launch/cli.mjs', 'install']);
    expect(damaged).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^concord: package-lock.json is missing or damaged/)],
    });
    const unknown = await node(['apps/cli/launch/cli.mjs', 'dance']);
    expect(unknown).toEqual({ code: 1, lines: [expect.stringMatching(/^concord: There is no command "dance"/)] });
  });
});

describe('the deep tests', () => {
  const seeds = (env: string, day: string) =>
    say(`import { deepSettings } from './apps/cli/launch/deep-tests.mjs';
      deepSettings(${env}, new Date('${day}T12:00:00Z'));`);

  test('print the seeds of their day: the same all day, others the day after', async () => {
    const [once, again, dayAfter] = await Promise.all(
      ['2026-11-30', '2026-11-30', '2026-12-01'].map((day) => seeds('{}', day)),
    );
    expect(once?.lines).toEqual([expect.stringMatching(/ LIVES=\d+ .*LIVES_SEED=\d+ .*npm run test:deep$/)]);
    expect(again?.lines).toEqual(once?.lines);
    expect(dayAfter?.lines).not.toEqual(once?.lines);
  });

  test('are all of them, or those that are named', async () => {
    const files = async (words: string) => {
      const { lines } = await say(`import { deepArguments } from './apps/cli/launch/deep-tests.mjs';
        console.error(deepArguments(${words}).filter((word) => !word.startsWith('-')).join(' '));`);
      return lines.join();
    };
    expect(await files(`['-w', '1']`)).toMatch(/promises\/kill-9 .*deep/);
    expect(await files(`['stories/faults']`)).toBe('stories/faults');
  });

  test('take the numbers and seeds that they are given', async () => {
    const { lines } = await seeds(`{ LIVES: '12', KILL_SEED: '7' }`, '2026-11-30');
    expect(lines.join()).toMatch(/LIVES=12 .*KILL_SEED=7 /);
  });
});
