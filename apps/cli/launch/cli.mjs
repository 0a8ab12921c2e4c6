// The door to every command: installs what is missing, builds what is stale, then runs the wanted program on the project's own Node.
import { ensureBuilt } from './build.mjs';
import { deepArguments, deepSettings } from './deep-tests.mjs';
import { ensureInstalled, environment } from './install.mjs';
import { root, say, Stop } from './paths.mjs';
import { smallHeap } from './memory.mjs';
import { projectNode, run } from './run.mjs';

const jest = { program: 'node_modules/jest/bin/jest.js', flags: ['--experimental-vm-modules', '--no-warnings'] };

/** Each command: the program it runs, or what npm is asked, the flags Node wants for it, where it stands when it runs, and its settings. */
const commands = {
  start: { program: 'dist/apps/server/src/main.js', settings: smallHeap },
  service: { program: 'dist/apps/cli/src/service.js', inCallersFolder: true },
  backup: { program: 'dist/apps/cli/src/backup.js', inCallersFolder: true },
  restore: { program: 'dist/apps/cli/src/restore.js', inCallersFolder: true },
  staff: { program: 'dist/apps/cli/src/staff.js', inCallersFolder: true },
  directory: { program: 'dist/apps/cli/src/directory.js', inCallersFolder: true },
  refer: { program: 'dist/apps/cli/src/refer.js', inCallersFolder: true },
  'journal:check': { program: 'dist/apps/cli/src/journal-check.js' },
  'figures:rebuild': { program: 'dist/apps/cli/src/figures-rebuild.js' },
  'reads:check': { program: 'dist/apps/cli/src/reads-check.js' },
  retention: { program: 'dist/apps/cli/src/retention.js' },
  'keys:rotate': { program: 'dist/apps/cli/src/rotate-keys.js' },
  bench: { program: 'dist/apps/bench/src/main.js', settings: smallHeap },
  'matching:measure': { program: 'dist/apps/cli/src/matching-measure.js' },
  picture: { program: 'dist/apps/cli/src/picture.js' },
  test: jest,
  'test:deep': { ...jest, settings: deepSettings, arguments: deepArguments },
  // Works on a copy of the sources.
  breakages: { program: 'test/breakages/break.mjs', unbuilt: true },
  // Of the sources and what is generated from them: the build comes first.
  types: { program: 'node_modules/typescript/bin/tsc' },
  // All packages, those of development marked as such: `--omit dev` also leaves out what both need.
  sbom: { unbuilt: true, npm: ['sbom', '--sbom-format', 'cyclonedx'] },
  build: {},
  install: { unbuilt: true },
};

async function main() {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.prototype.hasOwnProperty.call(commands, name) ? commands[name] : undefined;
  if (!command) throw new Stop(`There is no command "${name}". The commands are: ${Object.keys(commands).join(', ')}.`);
  await ensureInstalled();
  if (!command.unbuilt) await ensureBuilt(projectNode());
  if (command.npm) return run('npm', command.npm, root, environment());
  if (!command.program) return 0;
  const folder = command.inCallersFolder ? process.env.INIT_CWD || process.cwd() : root;
  const words = command.arguments ? command.arguments(rest) : rest;
  const given = [...(command.flags || []), command.program, ...words];
  return run(projectNode(), given, folder, command.settings ? command.settings() : process.env);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    // A Stop is something the reader can mend: one line. Anything else is a bug and keeps its stack.
    say(error instanceof Stop ? error.message : error.stack || String(error));
    process.exit(1);
  },
);
