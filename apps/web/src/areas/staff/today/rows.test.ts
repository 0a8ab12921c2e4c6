// The order of Today: who is not safe now stands above everything else.
import { speaker } from '../../../locale/speaker.js';
import './controller.js'; // adds the sentences
import { todayOf } from './rows.js';

const task = (name: string, day: string) => ({
  cursor: name,
  node: { id: name, caseId: name, task: name, since: `2026-11-${day}T10:00:00Z` },
});

test('whoever is not safe now comes before older matters of safety, and those before what is due', () => {
  const tasks = ['assignFacilitator', 'withdrawal', 'harmerInitiatedAbuse', 'urgent'].map((name, at) =>
    task(name, `0${at + 1}`),
  );
  const answer = { tasks: { edges: tasks }, caseload: { edges: [] } } as unknown as Parameters<typeof todayOf>[0];
  const { groups } = todayOf(answer, speaker('en', 'areas/staff/today'));
  const [safety, , due] = groups;
  expect(safety?.rows.map(({ href }) => href)).toEqual([
    '/cases/urgent',
    '/cases/withdrawal',
    '/cases/harmerInitiatedAbuse',
  ]);
  expect(due?.rows.map(({ href }) => href)).toEqual(['/cases/assignFacilitator']);
});
