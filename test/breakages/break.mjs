// Breaks the core once for each row of the table, on a copy, and prints which test saw it: `npm run breakages`, or with words to take only rows that hold them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakages } from './breakages.mjs';
import { oddOrders } from './odd-orders.mjs';
import { safeguards } from './safeguards.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'concord-breakages-'));
const wanted = process.argv.slice(2);
const rows = [...breakages, ...safeguards, ...oddOrders].filter((row) =>
  wanted.every((word) => JSON.stringify(row).includes(word)),
);

/** The core, its tests, and the simulation; packages are those of the repository. */
for (const part of [
  'libs/case',
  'libs/time',
  'test/harness/case',
  'test/simulation',
  'test/promises',
  'test/fixtures/stored-cases',
  '.swcrc',
  'tsconfig.json',
])
  try {
    mkdirSync(dirname(join(copy, part)), { recursive: true });
    cpSync(join(root, part), join(copy, part), { recursive: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
const { type, imports, jest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { extensionsToTreatAsEsm, moduleFileExtensions, moduleNameMapper, transform } = jest;
const config = {
  testMatch: ['<rootDir>/libs/case/**/*.test.ts', '<rootDir>/test/promises/simulated-cases*.test.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm,
  moduleFileExtensions,
  moduleNameMapper,
  transform,
};
writeFileSync(join(copy, 'package.json'), JSON.stringify({ type, imports, jest: config }));

/** The first test that fails among these files; null when all pass. */
function failing(...patterns) {
  const output = join(copy, 'result.json');
  const jestProgram = join(root, 'node_modules/jest/bin/jest.js');
  const given = [
    '--experimental-vm-modules',
    '--no-warnings',
    jestProgram,
    '--rootDir',
    copy,
    '--json',
    '--outputFile',
    output,
    ...patterns,
  ];
  spawnSync(process.execPath, given, {
    cwd: copy,
    stdio: 'ignore',
    env: { ...process.env, LIVES: process.env.LIVES ?? '160' },
  });
  const { testResults, success } = JSON.parse(readFileSync(output, 'utf8'));
  if (success) return null;
  const bad = testResults.find((file) => file.status === 'failed');
  const one = bad?.assertionResults.find((test) => test.status === 'failed');
  const why =
    one?.failureMessages[0]?.split('\n')[0] ?? bad?.message?.split('\n').find((line) => line.trim() !== '') ?? '';
  return `${bad?.name.slice(copy.length + 1)}: ${one?.title ?? 'does not run'}${one?.title.includes('drawn from seed') ? ` (${why.slice(0, 160)})` : ''}`;
}
const caughtBy = () => failing('libs/case') ?? failing('test/promises/simulated-cases');

let unseen = 0;
try {
  const whole = caughtBy();
  if (whole !== null)
    throw new Error(`The whole core does not pass, so that nothing follows from a broken one: ${whole}`);
  process.stdout.write(`the whole core passes; ${rows.length} rules are broken, one at a time\n`);
  for (const { rule, file, text, instead } of rows) {
    const path = join(copy, 'libs/case/src', file);
    const before = readFileSync(path, 'utf8');
    if (before.split(text).length !== 2) throw new Error(`${file} does not hold this text once: ${text}`);
    writeFileSync(
      path,
      before.replace(text, () => instead),
    );
    const seen = caughtBy();
    writeFileSync(path, before);
    if (seen === null) unseen += 1;
    process.stdout.write(
      `${seen === null ? 'NOT SEEN' : 'seen'}  ${rule}\n  ${file}: ${text.trim()}\n  ${seen ?? 'no test fails'}\n`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(`${rows.length - unseen} of ${rows.length} seen\n`);
process.exitCode = unseen === 0 ? 0 : 1;
