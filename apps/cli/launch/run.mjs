// Runs a program on the project's own Node and dies with it: no signal is lost, nothing is left behind.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { environment } from './install.mjs';
import { inRoot, say, Stop } from './paths.mjs';

/** The oldest Node the compiled code and its packages run on, should the project's own be missing. */
const oldest = [22, 12];

let chosen;

/** The path of the Node to run on: the one the lock file brings, else the machine's if it is new enough. */
export function projectNode() {
  if (chosen) return chosen;
  const own = inRoot('node_modules', 'node', 'bin', 'node');
  if (existsSync(own) && versionOf(own)) return (chosen = own);
  const machines = versionOf('node');
  const [major, minor] = machines || [0, 0];
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    const have = machines ? `this machine has ${machines.join('.')}` : 'this machine has none that runs';
    throw new Stop(
      `Node 24 did not come with the packages and ${have}; ${oldest.join('.')} or newer is needed. Delete node_modules and try again.`,
    );
  }
  say(`the project's own Node is missing; using this machine's ${machines.join('.')}.`);
  return (chosen = 'node');
}

function versionOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', env: environment() });
  const found = /^v(\d+)\.(\d+)\.(\d+)/.exec(stdout || '');
  return found ? found.slice(1, 4).map(Number) : null;
}

/** Runs to the end and gives the exit code. The program is told to stop when this process is, or when its caller dies. */
export function run(node, args, folder, env = process.env) {
  return new Promise((resolve) => {
    const program = args.map((arg) => (/^(dist|node_modules)\//.test(arg) ? inRoot(arg) : arg));
    // The fourth channel carries no messages: it closes when this process dies, however it dies, and main.ts listens for that.
    const child = spawn(node, program, { cwd: folder, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      // A terminal sends Ctrl-C to the child too, and a second SIGINT would only hurry it; without one nobody else tells the child.
      process.on(signal, () => {
        if (signal !== 'SIGINT') child.kill(signal);
        else if (!process.stdin.isTTY) child.kill('SIGTERM');
      });
    }
    child.on('error', (error) => {
      say(`cannot run ${node} (${error.code}).`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve(code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code);
    });
  });
}
