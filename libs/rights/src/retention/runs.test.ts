// A retention run can be proved: whoever changes, drops or reorders one is found out.
import { faultsInRuns, nextRun, type RetentionRun } from './runs.js';

const said = (at: string) => ({
  serviceId: 's',
  at,
  by: 'clock',
  rules: [],
  removed: [{ class: 'identity' as const, kind: 'person' as const, id: 'x' }],
  held: 0,
  approval: { proposalId: 'p', proposedBy: 'mona', approvedBy: 'mark' },
});
const first = nextRun(null, said('2026-01-01T00:00:00.000Z'));
const second = nextRun(first, said('2026-02-01T00:00:00.000Z'));

test('runs that follow one another are whole', () => {
  expect(faultsInRuns([first, second])).toEqual([]);
});

test.each<[string, RetentionRun[]]>([
  ['forgets what it removed', [{ ...first, removed: [] }, second]],
  [
    'is said to be approved by somebody else',
    [{ ...first, approval: { ...said('').approval, approvedBy: 'mona' } }, second],
  ],
  ['is said to be by somebody else', [{ ...first, by: 'x' }, second]],
  ['is left out', [second]],
  ['comes in another order', [second, first]],
])('a run that %s is found', (_what, runs) => {
  expect(faultsInRuns(runs)).not.toEqual([]);
});
