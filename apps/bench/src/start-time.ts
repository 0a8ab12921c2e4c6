// How long `npm start` takes once everything is installed and built: with an empty data folder, and again with what it left there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { root, CannotStart } from '#libs/config';

/** Nobody waits longer than this for a start, in milliseconds. */
const PATIENCE = 120_000;
/** How often it is asked whether it is ready, in milliseconds. */
const EVERY = 20;

/** Seconds from `npm start` until `/health/ready` says yes, twice. `folder` is empty and takes the data. */
export async function startTime(folder: string): Promise<{ first: number; again: number }> {
  return { first: await startOnce(folder), again: await startOnce(folder) };
}

async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'apps/cli/launch/cli.mjs'), 'start'], {
    env: { ...process.env, CONCORD_DATA: folder, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - began > PATIENCE)
        throw new CannotStart('npm start could not be measured: it did not become ready.');
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    async (answer) => (await answer.text(), answer.ok),
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
