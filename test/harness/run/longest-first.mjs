// The order of the test files: those known to be long begin, so that no worker is left alone with one at the end.
import Sequencer from '@jest/test-sequencer';

// Parts of paths, longest first. A fresh clone has no times of earlier runs to go by.
const long = [
  'attacks/other-peoples-ids',
  'cli/src/commands.test',
  'promises/non-interference.test',
  'promises/non-interference-outside',
  'promises/simulated-cases.test',
  'promises/simulated-cases-second-half',
  'promises/kill-9',
  'web/test/browser',
];
const place = ({ path }) => {
  const found = long.findIndex((part) => path.includes(part));
  return found === -1 ? long.length : found;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
