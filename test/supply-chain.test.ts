// What comes from outside: the lock file says it by digest, the list of parts names it, and a lock file that was tampered with is refused.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './architecture/sources.js';

interface Manifest {
  dependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface Entry {
  version: string;
  dev?: boolean;
  optional?: boolean;
  peer?: boolean;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, Entry>;
}
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as unknown;
const manifest = () => read('package.json') as Manifest;
const lock = () => read('package-lock.json') as Lock;

function node(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
const check = (...folder: string[]) => node('.ci/lock-file.mjs', ...folder);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'concord-lock-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('the lock file is sound', async () => {
  expect(await check()).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/ packages, all by digest/) as string,
  });
});

const PG = 'node_modules/pg';
const tampering: Readonly<Record<string, readonly [(lock: Lock, manifest: Manifest) => void, RegExp]>> = {
  'a package without a digest': [({ packages }) => void delete packages[PG]?.integrity, /pg: has no sha512/],
  'a digest that is easily met': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { integrity: 'sha1-x' }),
    /pg: has no sha512/,
  ],
  'a package from an address': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { resolved: 'https://elsewhere.example/pg.tgz' }),
    /pg: names an address/,
  ],
  'a package from a repository': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { dependencies: { 'pg-pool': 'git+ssh://elsewhere/x' } }),
    /pg: wants pg-pool from git/,
  ],
  'a package under another name': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { name: 'pgg' }),
    /pg: is really pgg/,
  ],
  'a link to a folder': [({ packages }) => void Object.assign(packages[PG] ?? {}, { link: true }), /pg: is a link/],
  'another version than package.json names': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { version: '1.0.0' }),
    /pg: the lock file has another version/,
  ],
  'a package that package.json does not name': [
    (_lock, named) => void (named.dependencies['left-out'] = '1.0.0'),
    /its dependencies are not those of the lock file/,
  ],
  'an install script that nobody looked at': [
    ({ packages }) => void Object.assign(packages[PG] ?? {}, { hasInstallScript: true }),
    /pg: has an install script/,
  ],
  'leave for a script that is not there': [
    (_lock, named) => void (named.allowScripts['pg'] = true),
    /pg: stands in allowScripts/,
  ],
};
test.each(Object.keys(tampering))('a lock file with %s is refused by name', async (name) => {
  const [tamper, line] = tampering[name] ?? [() => undefined, /^$/];
  const [changed, named] = [lock(), manifest()];
  tamper(changed, named);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(changed));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(named));
  const { code, err } = await check(folder);
  expect(code).toBe(1);
  expect(err).toMatch(line);
});

test('npm run sbom names every package that runs in production, at its version, in CycloneDX', async () => {
  const { code, out } = await node('apps/cli/launch/cli.mjs', 'sbom');
  expect(code).toBe(0);
  const bom = JSON.parse(out) as {
    bomFormat: string;
    components: { name: string; version: string; purl: string; hashes?: unknown[] }[];
  };
  expect(bom.bomFormat).toBe('CycloneDX');
  const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
  const runs = Object.entries(lock().packages).flatMap(([path, entry]) =>
    path === '' || entry.dev || entry.optional || entry.peer
      ? []
      : [`${path.split('node_modules/').at(-1)}@${entry.version}`],
  );
  expect(runs.length).toBeGreaterThan(100);
  expect(runs.filter((each) => !listed.has(each))).toEqual([]);
  for (const [name, version] of Object.entries(manifest().dependencies)) expect(listed).toContain(`${name}@${version}`);
});
