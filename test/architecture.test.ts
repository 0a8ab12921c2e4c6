// Holds the plan of the repository: who may import whom, and what stays pure. How a file looks is in architecture/files.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circlesIn } from './architecture/circles.js';
import { findings, production, reachesFor } from './architecture/findings.js';
import { root, sources, type Source } from './architecture/sources.js';

/** Which libs a lib may enter, by its index. An app may enter every lib. A new lib is one row. */
const mayEnter: Record<string, readonly string[]> = {
  'libs/time': [],
  'libs/hash-chain': [],
  'libs/log': [],
  'libs/matching': [],
  'libs/case': ['libs/time'],
  'libs/words': ['libs/case'],
  'libs/config': ['libs/case'],
  'libs/database': ['libs/config'],
  'libs/intake': ['libs/matching', 'libs/time'],
  'libs/permissions': ['libs/database', 'libs/case', 'libs/time'],
  'libs/sealing': ['libs/database', 'libs/case'],
  'libs/commands': ['libs/sealing', 'libs/permissions', 'libs/database', 'libs/case', 'libs/hash-chain'],
  'libs/access-log': ['libs/sealing', 'libs/permissions', 'libs/database', 'libs/case', 'libs/hash-chain'],
  'libs/people': [
    'libs/commands',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/matching',
  ],
  'libs/directory': ['libs/permissions', 'libs/database', 'libs/case', 'libs/time'],
  'libs/drafts': ['libs/sealing', 'libs/permissions', 'libs/database', 'libs/case'],
  'libs/staff': ['libs/people', 'libs/database', 'libs/case', 'libs/intake'],
  'libs/measures': ['libs/staff', 'libs/permissions', 'libs/database', 'libs/case', 'libs/time'],
  'libs/casework': [
    'libs/measures',
    'libs/staff',
    'libs/people',
    'libs/commands',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/matching',
    'libs/hash-chain',
    'libs/time',
  ],
  'libs/services': ['libs/casework', 'libs/people', 'libs/sealing', 'libs/permissions', 'libs/database', 'libs/case'],
  'libs/sign-in': ['libs/casework', 'libs/permissions', 'libs/database', 'libs/case', 'libs/time'],
  'libs/self-referral': [
    'libs/sign-in',
    'libs/casework',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/time',
  ],
  'libs/referral-files': [
    'libs/casework',
    'libs/commands',
    'libs/access-log',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/intake',
    'libs/time',
  ],
  'libs/rights': [
    'libs/casework',
    'libs/commands',
    'libs/access-log',
    'libs/sealing',
    'libs/permissions',
    'libs/database',
    'libs/case',
    'libs/words',
    'libs/hash-chain',
    'libs/time',
  ],
};

/** Packages that belong to one part of the repository alone. */
const onlyIn: Record<string, string> = {
  typeorm: 'libs/database',
  '@nestjs/graphql': 'apps/api',
  '@nestjs/apollo': 'apps/api',
  xstate: 'libs/case',
};

/** Apps that put the others together: the server, the commands, the demonstration and the bench. */
const composing = ['apps/server', 'apps/cli', 'apps/demo', 'apps/bench'];

/** The bench's peers: the same command as others write it, measured beside ours. */
const peers = 'apps/bench/src/servers/';

/** Where `pg` is spoken beside a lib's postgres/ folder and libs/database, and why. */
const speaksSql: Record<string, string> = {
  'apps/server/src/database.ts': 'waits until the database answers, before anything is opened',
  'apps/server/src/database-role.ts': 'makes the role that the service works as',
  'apps/demo/src/one-at-a-time.ts': 'locks the demonstration while one process makes it',
};

/** Where a role is compared beside the two pages of permissions (libs/case and libs/permissions), and why. */
const comparesRoles: Record<string, string> = {
  'apps/api/src/queries/case/seen.ts': 'who is on a case: a duty in it, or the safeguarding lead (R39)',
  'libs/casework/src/postgres/case-reading.ts': 'words of a case that are for safeguarding alone (R39)',
  'libs/measures/src/staff.ts': 'whether a member of staff takes cases: about them, not about the actor',
};

/** The floors of the API from the ground up: a floor imports those below it. */
const apiFloors = ['ports', 'server', 'audience', 'queries', 'commands'];
/** Where the floors are put together: the pipeline of a request, and the start. */
const putsFloorsTogether = [
  'apps/api/src/server/graphql/apollo.ts',
  'apps/api/src/server/graphql/jit.ts',
  'apps/api/src/server/graphql/lone-commands.ts',
  'apps/api/src/server/start.ts',
];

/** Libs without clock, randomness or Node, and the packages they may use all the same. */
const pure: Record<string, readonly string[]> = { 'libs/case': ['xstate'], 'libs/time': [] };

describe('who may import whom', () => {
  test('every lib has its row in the table above', () => {
    const libs = readdirSync(join(root, 'libs')).map((name) => `libs/${name}`);
    expect(libs.filter((lib) => mayEnter[lib] === undefined)).toEqual([]);
  });

  test('libs import only the libs below them, and no app', () => {
    const rule = (source: Source) =>
      source.imports.filter(({ file }) => {
        const target = file?.split('/').slice(0, 2).join('/');
        return target !== undefined && target !== source.part && !mayEnter[source.part]?.includes(target);
      });
    const libs = production.filter((source) => source.part.startsWith('libs/'));
    expect(findings(libs, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('apps never import one another, those that put programs together apart', () => {
    const apps = production.filter((source) => source.part.startsWith('apps/') && !composing.includes(source.part));
    const rule = (source: Source) =>
      source.imports.filter(({ file }) => file?.startsWith('apps/') && !file.startsWith(`${source.part}/`));
    expect(findings(apps, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('a lib is entered by its index only', () => {
    const rule = ({ part, imports }: Source) =>
      imports.filter(
        ({ from, file }) =>
          /^#libs\/.*\//.test(from) ||
          (from.startsWith('.') && file?.startsWith('libs/') && !file.startsWith(`${part}/`)) ||
          (from.startsWith('#') && from === `#${part}`),
      );
    expect(findings(production, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('no file and no lib imports itself in a circle', () => {
    const files = production.map(({ path, imports }) => ({
      name: path,
      to: imports.flatMap(({ file }) => file ?? []),
    }));
    const parts = Object.groupBy(production, ({ part }) => part);
    const libs = Object.entries(parts).map(([name, members = []]) => ({
      name,
      to: members.flatMap(({ imports }) => imports.flatMap(({ file }) => file?.split('/').slice(0, 2).join('/') ?? [])),
    }));
    expect(circlesIn(files)).toEqual([]);
    expect(circlesIn(libs.map(({ name, to }) => ({ name, to: to.filter((other) => other !== name) })))).toEqual([]);
  });

  test.each(Object.entries(onlyIn))('%s is imported in %s alone', (name, part) => {
    const rule = (source: Source) => source.imports.filter((found) => found.package === name);
    const elsewhere = production.filter(({ part: here, path }) => here !== part && !path.startsWith(peers));
    expect(findings(elsewhere, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('SQL is spoken in postgres/ folders, in libs/database and where the table above says, and nowhere else', () => {
    const may = ({ path, part }: Source) =>
      path.includes('/postgres/') || part === 'libs/database' || part === 'apps/bench' || path in speaksSql;
    const speaks = (source: Source) => source.imports.filter((found) => found.package === 'pg');
    const elsewhere = production.filter((source) => !may(source));
    expect(findings(elsewhere, (source) => speaks(source).map((found) => found.from))).toEqual([]);
    const named = production.filter(({ path }) => path in speaksSql);
    expect(named.filter((source) => speaks(source).length > 0).map(({ path }) => path)).toEqual(
      Object.keys(speaksSql).toSorted(),
    );
  });

  test('roles are compared on the pages of permissions, and where the table above says', () => {
    const may = ({ path, part }: Source) =>
      part === 'libs/case' || part === 'libs/permissions' || part === 'apps/bench' || path in comparesRoles;
    const compares = (source: Source) => reachesFor(source).filter((text) => /\broles\.(includes|some)$/.test(text));
    expect(findings(production, (source) => (may(source) ? [] : compares(source)))).toEqual([]);
    const named = production.filter(({ path }) => path in comparesRoles);
    expect(named.filter((source) => compares(source).length > 0).map(({ path }) => path)).toEqual(
      Object.keys(comparesRoles).toSorted(),
    );
  });

  test('a floor of the API imports the floors below it, and what puts them together is named', () => {
    const floorOf = (path: string) => apiFloors.indexOf(path.split('/')[3] ?? '');
    const api = production.filter(
      ({ path }) => path.startsWith('apps/api/src/') && floorOf(path) >= 0 && !putsFloorsTogether.includes(path),
    );
    const rule = ({ path, imports }: Source) =>
      imports.filter(({ file }) => file?.startsWith('apps/api/src/') && floorOf(file) > floorOf(path));
    expect(findings(api, (source) => rule(source).map((found) => found.from))).toEqual([]);
    const folders = readdirSync(join(root, 'apps/api/src'), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).toSorted()).toEqual(apiFloors.toSorted());
  });

  test('no file imports the index of its own folder or of a folder above it', () => {
    const rule = ({ path, imports }: Source) =>
      imports.filter(({ file }) => file?.endsWith('/index.ts') && path.startsWith(file.slice(0, -'index.ts'.length)));
    expect(findings(production, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('every package imported is one that package.json names', () => {
    const named = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const known = { ...named['dependencies'], ...named['devDependencies'] };
    const rule = (source: Source) =>
      source.imports.flatMap((found) => found.package ?? []).filter((name) => !(name in known));
    expect(findings(sources, rule)).toEqual([]);
    expect(Object.entries(known).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });
});

describe.each(Object.entries(pure))('%s is pure', (part, packages) => {
  const inside = production.filter((source) => source.part === part);

  test('it imports no Node built-in and no package but its own', () => {
    const rule = (source: Source) =>
      source.imports.filter((found) => found.builtin || (found.package !== null && !packages.includes(found.package)));
    expect(findings(inside, (source) => rule(source).map((found) => found.from))).toEqual([]);
  });

  test('it reads no clock, no randomness and no environment', () => {
    const impure =
      /^(Date\.now|Math\.random|performance\..*|crypto\..*|process\.(env|argv|cwd|hrtime|pid|nextTick)|new Date\(\)|Date\(\)|(setTimeout|setInterval|fetch|require)\(\)?)$/;
    expect(findings(inside, (source) => reachesFor(source).filter((text) => impure.test(text)))).toEqual([]);
  });
});
