// A program that breaks says where, and nothing of what it held in its hands.
import { execFile, execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../../../libs/config/src/paths.js';

const planted = 'Wilhelmina-07700900456';
const life = pathToFileURL(join(root, 'dist/apps/server/src/run-process.js')).href;
beforeAll(() => void execFileSync(process.execPath, ['apps/cli/launch/cli.mjs', 'build'], { cwd: root }), 120_000);

const error = `Object.assign(new Error('${planted}'), { code: '23505', detail: '${planted}' })`;
const endings: Readonly<Record<string, string>> = {
  'a program that throws': `await runProcess(async () => { throw ${error}; });`,
  'a promise that nobody waits for': `await runProcess(async () => { void Promise.reject(${error}); });`,
  'a callback that throws': `await runProcess(async () => { setImmediate(() => { throw ${error}; }); });`,
  'a thrown word': `await runProcess(async () => { setImmediate(() => { throw '${planted}'; }); });`,
  'a part that does not stop': `await runProcess(async ({ keep }) => { keep({ stop: async () => { throw ${error}; } }); return 1; });`,
};
test.each(Object.keys(endings))('%s ends the process without words of anybody', async (name) => {
  const program = `import { runProcess } from '${life}'; setInterval(() => {}, 1000); ${endings[name] ?? ''}`;
  const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', program], (failed, out, err) =>
      resolve({ code: failed?.code, said: out + err }),
    );
  });
  expect(code).toBe(1);
  expect(said).toMatch(/^concord: (Error \(23505\)\n {4}at |string)/);
  expect(said).not.toContain(planted);
});
