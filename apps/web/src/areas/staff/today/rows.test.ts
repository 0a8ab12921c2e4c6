// The order of Today: who is not safe now stands above everything else.
import { speaker } from '../../../locale/speaker.js';
import './controller.js'; // adds the sentences
import { todayOf } from './rows.js';

const task = (name: string, day: string, whose = 'facilitator') => ({
  cursor: name,
  node: { id: name, caseId: name, reference: `R-${name}`, for: whose, task: name, since: `2026-11-${day}T10:00:00Z` },
});

const today = (tasks: readonly object[], roles = ['facilitator']) => {
  const answer = { me: { roles }, tasks: { edges: tasks }, caseload: { edges: [] } };
  return todayOf(answer as unknown as Parameters<typeof todayOf>[0], speaker('en', 'areas/staff/today'));
};

test('what waits for a role stands on Today of those who have it, with the reference of its case', () => {
  const tasks = [task('lateReferral', '01', 'coordinator'), task('assessRisk', '02')];
  const shown = (...roles: string[]) => today(tasks, roles).groups.flatMap(({ rows }) => rows.map(({ ref }) => ref));
  expect(shown('facilitator')).toEqual(['R-assessRisk']);
  expect(shown('coordinator')).toEqual(['R-lateReferral', 'R-assessRisk']);
});

test('whoever is not safe now comes before older matters of safety, and those before what is due', () => {
  const tasks = ['assignFacilitator', 'withdrawal', 'harmerInitiatedAbuse', 'urgent'].map((name, at) =>
    task(name, `0${at + 1}`),
  );
  const { groups } = today(tasks);
  const [safety, , due] = groups;
  expect(safety?.rows.map(({ href }) => href)).toEqual([
    '/cases/urgent',
    '/cases/withdrawal',
    '/cases/harmerInitiatedAbuse',
  ]);
  expect(due?.rows.map(({ href }) => href)).toEqual(['/cases/assignFacilitator']);
});
