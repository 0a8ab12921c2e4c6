// Generates and compiles what apps/ and libs/ need, with the stylesheet of the pages, into dist/ when a source is not the one dist/ was built from.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { inRoot, root, Stop } from './paths.mjs';

const stamp = inRoot('dist', '.built-from');

/** Resolves when dist/ answers to the sources as they are now. Other commands meet the old dist/ or the new one, never half. */
export async function ensureBuilt(node) {
  if (isFresh()) return;
  await alone(async () => {
    if (!isFresh()) await build(node);
  });
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Names, sizes and times of everything the build reads: a changed, a new and a deleted file all change it. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['apps', 'libs', 'schema', '.swcrc', 'package.json', 'package-lock.json']) add(hash, name);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = inRoot(path);
  const stats = statSync(full, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) for (const name of readdirSync(full).sort()) add(hash, join(path, name));
  else hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
}

async function build(node) {
  // First of all, since it writes sources: the types of what pages ask, and the list of pages.
  await tool(node, [inRoot('apps', 'web', 'build', 'generate.mjs')]);
  const from = fingerprint(); // taken first: a file saved during the build makes the next command build again
  const fresh = inRoot('dist.new');
  const old = inRoot('dist.old');
  rmSync(fresh, { recursive: true, force: true });
  await Promise.all([compile(node, fresh), dress(node, fresh)]);
  writeFileSync(join(fresh, '.built-from'), from);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(inRoot('dist'))) renameSync(inRoot('dist'), old);
  renameSync(fresh, inRoot('dist'));
  rmSync(old, { recursive: true, force: true });
}

function compile(node, into) {
  const sources = ['apps', 'libs'].filter((name) => existsSync(inRoot(name)));
  const options = [
    '--out-dir',
    into,
    '--copy-files',
    '--ignore',
    '**/*.test.ts,**/launch/**,**/web/build/**',
    '--quiet',
  ];
  const swc = inRoot('node_modules', '@swc', 'cli', 'bin', 'swc.js');
  return tool(node, [swc, ...sources, ...options]);
}

/** The pages' one stylesheet, from govuk-frontend's sources and ours. */
async function dress(node, into) {
  const styles = inRoot('apps', 'web', 'src', 'theme', 'concord.scss');
  if (!existsSync(styles)) return;
  const options = ['--load-path=node_modules', '--style=compressed', '--no-source-map', '--quiet-deps'];
  const sass = inRoot('node_modules', 'sass', 'sass.js');
  await tool(node, [sass, ...options, styles, join(into, 'apps', 'web', 'theme', 'concord.css')]);
}

function tool(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Stop(`The sources do not compile.\n${output.trim()}`)),
    );
  });
}
