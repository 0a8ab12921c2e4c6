// The order of the test files: those known to be long begin, so that no worker is left alone with one at the end.
import Sequencer from '@jest/test-sequencer';

// Parts of paths, longest first. A fresh clone has no times of earlier runs to go by.
const long = [
  'web/test/browser',
  'cli/src/commands.test',
  'attacks/other-peoples-ids',
  'promises/costs-the-same',
  'promises/kill-9',
  'promises/non-interference.test',
  'promises/figures-cost',
  'promises/non-interference-outside',
  'promises/several-processes',
  'promises/stops-without-loss',
  'promises/planted-words',
  'promises/simulated-cases',
  'attacks/sign-in-codes',
  'server/src/run-process',
  'stories/',
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
