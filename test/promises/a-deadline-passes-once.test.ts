// Promise: a deadline happens to its case once, though two workers run and the job is delivered again.
import { once, EventEmitter } from 'node:events';
import { tell } from '#libs/casework';
import { passDeadline, startWorker, type DeadlineJob, type Worker } from '../../apps/worker/src/index.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { openTestService, type TestService } from '../harness/service/test-service.js';

let service: TestService;
let workers: Worker[] = [];
beforeEach(async () => void (service = await openTestService()), 60_000);
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await service.close();
});

const daysAgo = (days: number) => () => new Date(Date.now() - days * 86_400_000);
const passed = async (caseId: string) =>
  (
    await service.pools.plain.query<{ name: string }>(
      `select event ->> 'name' as name from journal where case_id = $1 and type = 'deadline.passed' order by seq`,
      [caseId],
    )
  ).rows.map(({ name }) => name);
const waiting = async () =>
  (
    await service.pools.plain.query<{ id: string; data: DeadlineJob }>(
      `select id, data from pgboss.job where name = 'deadline' and start_after <= now() order by data ->> 'name'`,
    )
  ).rows;

test('two workers find the same due deadlines, and each happens once', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager, daysAgo(14)); // first contact was due a week ago
  const errors: Error[] = [];
  const heard = new EventEmitter();
  const client = await service.pools.plain.connect();
  await client.query('listen deadline_done');
  client.on('notification', () => heard.emit('done'));
  await client.query(
    `create function tell_test() returns trigger language plpgsql as $$ begin perform pg_notify('deadline_done', ''); return null; end $$`,
  );
  await client.query(
    `create trigger tell_test after update on pgboss.job for each row when (new.state = 'completed') execute function tell_test()`,
  );
  const done = once(heard, 'done');
  workers = await Promise.all(
    [1, 2].map(() =>
      startWorker({
        databaseUrl: service.url,
        masterKeys: testMasterKeys,
        everySeconds: 0.5,
        onError: (error) => errors.push(error),
      }),
    ),
  );
  await done;
  client.release(true);
  expect(await passed(caseId)).toEqual(['firstContact']);
  expect(errors).toEqual([]);
});

test('a job delivered a second time hears the first answer', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager, daysAgo(14));
  const [job] = await waiting();
  const deliver = () =>
    passDeadline(
      (actor, command) => tell(service.store, () => new Date(), actor, command),
      job as { id: string; data: DeadlineJob },
      (error) => {
        throw error;
      },
    );
  expect(await Promise.all([deliver(), deliver()])).toEqual(
    [1, 2].map(() => ({ id: job?.id, status: 'completed', output: { answer: 'passed' } })),
  );
  expect(await deliver()).toMatchObject({ status: 'completed', output: { answer: 'passed' } });
  expect(await passed(caseId)).toEqual(['firstContact']);
});

test('a deadline that was moved before its job came is refused by the case, and the job is done with', async () => {
  const manager = await service.staff('manager');
  await service.aCase(manager, daysAgo(14));
  const [job] = await waiting();
  const early = {
    id: '11111111-1111-4111-8111-111111111111',
    data: { ...(job as { data: DeadlineJob }).data, on: '2001-01-01T00:00:00.000Z' },
  };
  const outcome = await passDeadline(
    (actor, command) => tell(service.store, () => new Date(), actor, command),
    early,
    () => undefined,
  );
  expect(outcome).toMatchObject({ status: 'completed', output: { answer: 'blocked' } });
});
