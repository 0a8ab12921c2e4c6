// How jest loads what a test file imports: packages once a worker, by Node itself; the project's own sources anew for each file.
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SyntheticModule } from 'node:vm';
import Runtime from 'jest-runtime';

const nodeRequire = createRequire(import.meta.url);

/** The part of jest that keeps the state of the file under test in its module: the one package that is read again for each file. */
const FRAMEWORK = nodeRequire.resolve('jest-circus/runner').replace('runner.js', 'jestAdapterInit.js');

/** What each package exports, as a module the sources may import, under its address. A worker keeps them from file to file. */
const packages = new Map();

/**
 * Loading Nest, graphql and pg anew took two thirds of a short file's time. It reaches into private parts of jest's runtime, of
 * the exact version that the lock file names.
 */
export default class LoadsPackagesOnce extends Runtime {
  constructor(...given) {
    super(...given);
    this.registries.esModuleRegistry = new ModulesOfFile();
    // The sources run where the packages do, in Node's own context: both have one `Date` and one `Error`.
    this.esmLoader.getContext = () => undefined;
  }

  requireModule(from, name, ...more) {
    const path =
      name === undefined || this._resolution.isCoreModule(name) ? '' : this._resolution.resolveCjs(from, name);
    return path.includes(`${sep}node_modules${sep}`) ? nodeRequire(path) : super.requireModule(from, name, ...more);
  }

  requireInternalModule(from, name) {
    const path = name === undefined ? from : this._resolution.resolveCjs(from, name);
    if (path === FRAMEWORK) {
      delete nodeRequire.cache[path];
      delete globalThis[Symbol.for('EVENT_HANDLERS')]; // those of the file before
    }
    return nodeRequire(path);
  }
}

/** Jest looks here before it reads a module: one of a package is always there. */
class ModulesOfFile extends Map {
  get(address) {
    return super.get(address) ?? moduleOfPackage(address);
  }

  has(address) {
    return this.get(address) !== undefined;
  }
}

function moduleOfPackage(address) {
  if (!address.startsWith('file:') || !address.includes('/node_modules/')) return undefined;
  const known = packages.get(address) ?? asModule(nodeRequire(fileURLToPath(address)));
  packages.set(address, known);
  return known;
}

/** As Node does it: a module exports what it exports; of CommonJS the whole is `default`, and its names are names. */
function asModule(exported) {
  const isModule = Object.prototype.toString.call(exported) === '[object Module]';
  const named = isModule || exported instanceof Object ? exported : {};
  const values = { ...named, ...(isModule ? {} : { default: exported }) };
  const module = new SyntheticModule(Object.keys(values), () => {
    for (const [name, value] of Object.entries(values)) module.setExport(name, value);
  });
  module.evaluate();
  return module;
}
