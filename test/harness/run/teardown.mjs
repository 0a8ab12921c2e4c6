// After the last test: stops this run's PostgreSQL, if a test started it, and removes its folder.
import { clearAway } from './remove-leftovers.mjs';

/** Jest calls this once a run. */
export default function teardown() {
  clearAway(process.env.CONCORD_TEST_FOLDER);
}
