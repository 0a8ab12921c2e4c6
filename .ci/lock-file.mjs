// Checks the lock file before anything of it is installed: `node .ci/lock-file.mjs [folder]`. A line for each fault.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const manifest = read('package.json');
const { lockfileVersion, packages } = read('package-lock.json');
const faults = [];
const fault = (name, what) => void faults.push(`${name}: ${what}`);

/** Packages known under another name, and whose they are: an alias is a good place to hide. */
const aliases = {
  '@jest/react-is-18': 'react-is',
  '@jest/react-is-19': 'react-is',
  'string-width-cjs': 'string-width',
  'strip-ansi-cjs': 'strip-ansi',
  'wrap-ansi-cjs': 'wrap-ansi',
};
const nameAt = (path) => path.split('node_modules/').at(-1);

/** A version, or a range of versions: never a folder, an address, a repository or an alias of another package. */
const fromRegistry = (wanted) =>
  /^[\w.^~<>=|*\s-]+$/.test(wanted) && !/^(file|link|npm|git|http|github|workspace)/.test(wanted);

if (lockfileVersion !== 3) fault('package-lock.json', `lockfileVersion ${lockfileVersion}, not 3`);
const { '': top = {}, ...installed } = packages ?? {};
for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
  const [named, locked] = [manifest[kind] ?? {}, top[kind] ?? {}];
  if (JSON.stringify(named) !== JSON.stringify(locked))
    fault('package.json', `its ${kind} are not those of the lock file`);
  for (const [name, version] of Object.entries(named)) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) fault(name, `${version} is not an exact version`);
    if (installed[`node_modules/${name}`]?.version !== version)
      fault(name, `the lock file has another version than ${version}`);
  }
}
for (const [path, entry] of Object.entries(installed)) {
  if (!/^(node_modules\/(@[\w.-]+\/)?[\w.-]+\/?)+$/.test(path)) fault(path, 'stands outside node_modules');
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')) fault(path, 'has no sha512 integrity');
  if (entry.link || entry.inBundle) fault(path, 'is a link or bundled: nobody checks what is in it');
  if (entry.name !== undefined && entry.name !== (aliases[nameAt(path)] ?? nameAt(path)))
    fault(path, `is really ${entry.name}`);
  // No address at all: which registry serves the packages is a matter of the machine; the digest says what they are.
  if (entry.resolved !== undefined) fault(path, `names an address (${entry.resolved})`);
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
    for (const [name, wanted] of Object.entries(entry[kind] ?? {}))
      if (!fromRegistry(wanted.replace(`npm:${aliases[name]}@`, ''))) fault(path, `wants ${name} from ${wanted}`);
}

/** Every install script is known by name: allowed, or deliberately not run. */
const named = new Set(Object.keys(manifest.allowScripts ?? {}));
const scripted = new Set(
  Object.entries(installed).flatMap(([path, entry]) => (entry.hasInstallScript ? [nameAt(path)] : [])),
);
for (const name of scripted) if (!named.has(name)) fault(name, 'has an install script that allowScripts does not know');
for (const name of named) if (!scripted.has(name)) fault(name, 'stands in allowScripts and has no install script');

for (const line of faults) process.stderr.write(`${line}\n`);
if (faults.length === 0) process.stdout.write(`${Object.keys(installed).length} packages, all by digest\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
