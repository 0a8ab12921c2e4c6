// Where a test file runs: Node, and afterwards a look at what the file left open. A worker with something open never ends.
import { TestEnvironment } from 'jest-environment-node';

/** Sockets and pools take a moment to close after they were asked to; a busy machine takes longer. */
const PATIENCE = 10_000;

/** Kinds of what keeps this process alive (`TCPSocketWrap`, `Timeout`, `ProcessWrap`), each as often as it is there. */
const keepingAlive = () => process.getActiveResourcesInfo();

export default class ClosesWhatItOpens extends TestEnvironment {
  #before = [];

  async setup() {
    this.#before = keepingAlive();
    await super.setup();
  }

  async teardown() {
    await super.teardown();
    const until = Date.now() + PATIENCE;
    while (leftOpen(this.#before).length > 0 && Date.now() < until) await new Promise((next) => setTimeout(next, 50));
    const left = leftOpen(this.#before);
    if (left.length > 0) throw new Error(`The file leaves open what it opened: ${left.join(', ')}`);
  }
}

function leftOpen(before) {
  const known = [...before];
  return keepingAlive().filter((kind) => {
    const at = known.indexOf(kind);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
