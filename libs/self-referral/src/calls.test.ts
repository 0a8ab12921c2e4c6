// Calls that staff typed, on a real database: taken in once through the one intake, and brought by their risk to whoever acts on them.
import type { Actor } from '#libs/case';
import { openTestService, type TestService } from '../../../test/harness/service/test-service.js';
import { type Answers, type Call, takeCall } from './index.js';

let service: TestService;
let coordinator: Actor;
let facilitator: Actor;
beforeAll(async () => {
  service = await openTestService();
  [coordinator, facilitator] = await Promise.all([service.staff('coordinator'), service.staff('facilitator')]);
});
afterAll(() => service.close());

const clock = () => new Date('2026-12-01T12:00:00Z');
const types = (said: Answers, more: Partial<Call> = {}, by = coordinator) =>
  takeCall(
    { cases: service.store, clock },
    by,
    { key: crypto.randomUUID(), beganAt: clock().toISOString(), said, risk: '', outside: null, worker: null, ...more },
    'Cora Coordinator',
  );
const rows = async (sql: string, caseId: string | null | undefined) =>
  (await service.pools.plain.query<Record<string, string | null>>(sql, [caseId])).rows;
const tasksOf = (caseId: string | null | undefined) =>
  rows('select task, supplier, assignee_id as assignee from task where case_id = $1 and done_at is null', caseId);
const countCases = async () => (await rows('select id from case_file where $1::text is null', null)).length;

test('an urgent call is the safeguarding lead’s at once, and what is dangerous is a concern that holds contact', async () => {
  const said: Answers = { safe: 'unsure', urgent: 'yes', telephone: '07700 900140', name: 'Una' };
  const worker = facilitator.id;
  const taken = await types(said, { risk: 'He has a key, and comes back tonight.', worker });
  expect(taken?.to).toBe('safeguardingLead');
  const tasks = await tasksOf(taken?.caseId);
  for (const task of ['urgent', 'decideConcern'])
    expect(tasks).toContainEqual(expect.objectContaining({ task, supplier: 'safeguardingLead' }));
  // Nobody else is asked to take it on before the safeguarding lead has looked.
  expect(tasks.map(({ task }) => task)).not.toContain('declareConflict');
});

test('any other call is the named worker’s, who finds it to do', async () => {
  const taken = await types({ safe: 'yes', urgent: 'no', telephone: '07700 900141' }, { worker: facilitator.id });
  expect(taken?.to).toBe('worker');
  expect(await tasksOf(taken?.caseId)).toContainEqual(
    expect.objectContaining({ task: 'declareConflict', assignee: facilitator.id }),
  );
});

test('where nobody is named, or who is named does not exist, a coordinator has it, and nothing is lost', async () => {
  for (const worker of [null, crypto.randomUUID()]) {
    const taken = await types({ safe: 'never', urgent: 'no', whatHappened: 'Years ago.' }, { worker });
    expect(taken?.to).toBe('coordinator');
    expect(await tasksOf(taken?.caseId)).toContainEqual(expect.objectContaining({ supplier: 'coordinator' }));
  }
});

test('sent twice it is taken once, also with other words', async () => {
  const before = await countCases();
  const key = crypto.randomUUID();
  const first = await types({ safe: 'yes', urgent: 'yes', name: 'Ann' }, { key, risk: 'Tonight' });
  const again = await types({ safe: 'yes', urgent: 'yes', name: 'Anne' }, { key, risk: 'Tomorrow' });
  expect([again?.caseId, await countCases()]).toEqual([first?.caseId, before + 1]);
});

test('a facilitator who answers the telephone takes a call in, and is shown no case by it', async () => {
  const before = await countCases();
  expect(await types({ safe: 'yes', urgent: 'no', name: 'Fin' }, {}, facilitator)).toEqual({
    caseId: null,
    to: 'coordinator',
  });
  expect(await countCases()).toBe(before + 1);
  const participant: Actor = { kind: 'participant', id: crypto.randomUUID(), serviceId: service.serviceId };
  expect(await types({ safe: 'yes', urgent: 'no' }, {}, participant)).toBeNull();
});

test('nothing but safety is needed: a call in which nobody said more is taken as it is', async () => {
  expect((await types({ safe: 'unsure', urgent: 'no' }))?.to).toBe('coordinator');
});
