// Where a test file runs: in Node's own context, put back as it was afterwards, with a look at what the file left open.
import { ModuleMocker } from 'jest-mock';

/** Sockets and pools take a moment to close after they were asked to; a busy machine takes longer. */
const PATIENCE = 10_000;

/** Kinds of what keeps this process alive (`TCPSocketWrap`, `Timeout`, `ProcessWrap`), each as often as it is there. */
const keepingAlive = () => process.getActiveResourcesInfo();

// A test may move the clock: jest itself goes by Node's.
globalThis[Symbol.for('jest-native-now')] = Date.now.bind(Date);

/** A file that leaves something open fails: a worker with something open never ends. */
export default class ClosesWhatItOpens {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // Tests have clocks of their own (test/harness/service/test-clock.ts).
  fakeTimers = null;
  fakeTimersModern = null;
  #conditions;
  #before = [];
  #globals = { Date: globalThis.Date, console: globalThis.console };
  #env = { ...process.env };
  #exit = process.exit;

  constructor({ projectConfig }) {
    this.#conditions = projectConfig.testEnvironmentOptions.customExportConditions;
  }

  async setup() {
    this.#before = keepingAlive();
  }

  async teardown() {
    Object.assign(globalThis, this.#globals);
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    process.exit = this.#exit; // jest wraps it for each file
    const until = Date.now() + PATIENCE;
    while (leftOpen(this.#before).length > 0 && Date.now() < until) await new Promise((next) => setTimeout(next, 50));
    const left = leftOpen(this.#before);
    if (left.length > 0) throw new Error(`The file leaves open what it opened: ${left.join(', ')}`);
  }

  exportConditions() {
    return this.#conditions;
  }

  /** There is none but Node's own: see `runtime.mjs`. */
  getVmContext() {
    return null;
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
