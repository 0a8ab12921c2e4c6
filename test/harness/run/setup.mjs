// Before the first test: names a scratch folder for this run's PostgreSQL, which only starts when a test asks for a database.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearAway, clearAwayDeadRuns } from './remove-leftovers.mjs';

/** Jest calls this once a run, in the parent of all workers: they inherit the environment. */
export default function setup() {
  clearAwayDeadRuns();
  const folder = mkdtempSync(join(tmpdir(), `concord-tests-${process.pid}-`));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs under another account and must be able to pass through
  process.env.CONCORD_TEST_FOLDER = folder;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      clearAway(folder);
      process.exit(130);
    });
  }
}
