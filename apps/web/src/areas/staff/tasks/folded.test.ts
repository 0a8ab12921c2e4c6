// Tasks that say the same are one line.
import { folded } from './folded.js';

test('tasks that say the same are folded, and the group with the oldest stands first', () => {
  const groups = folded([
    { task: 'readWords', since: '2026-03-03', id: 1 },
    { task: 'assignFacilitator', since: '2026-03-02', id: 2 },
    { task: 'readWords', since: '2026-03-01', id: 3 },
  ]);
  expect(groups.map(({ task, tasks }) => [task, tasks.map(({ id }) => id)])).toEqual([
    ['readWords', [3, 1]],
    ['assignFacilitator', [2]],
  ]);
});
