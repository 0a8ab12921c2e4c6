// `npm run bench`: what a command and a page cost, beside bare work and the usual ways, with few cases and with many, in one run.
import { chmodSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuick, runWhole } from './run.js';
import { jsonOf, markdownOf } from './report.js';
import { benchSettings } from './settings.js';
import { startEmbeddedPostgres } from '#libs/database';
import { runProcess } from '../../server/src/run-process.js';

await runProcess(async ({ keep }) => {
  const settings = benchSettings(process.argv.slice(2), process.env);
  const began = Date.now();
  const say = (line: string) =>
    void process.stderr.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);

  const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  chmodSync(folder, 0o711); // PostgreSQL's account passes through it
  process.on('exit', () => rmSync(folder, { recursive: true, force: true })); // also when stopping took too long to wait for
  const { url } = keep(await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true }));
  const place = { url, startFolder: join(folder, 'start'), settings, say, keep };
  if (settings.quick) {
    const failures = await runQuick(place);
    for (const line of failures) process.stderr.write(`bench: ${line}\n`);
    say(failures.length === 0 ? 'passed' : `${failures.length} failed`);
    return failures.length === 0 ? 0 : 1;
  }
  const result = await runWhole(place);
  process.stdout.write(settings.json ? jsonOf(result) : markdownOf(result));
  return 0;
});
