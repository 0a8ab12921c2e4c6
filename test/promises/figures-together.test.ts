// Promise: while several processes change the same service, no figure is behind an answered command, none counts twice, and nobody waits in a circle.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { Cursors } from '#libs/database';
import { tell, type Answer } from '#libs/casework';
import { Measures, type ServiceMeasures, PgMeasures, settleFigures } from '#libs/measures';
import { openMeasuredService, type MeasuredService } from '../scenario/measured-service.js';
import { recount, referredIn } from '../scenario/recount.js';
import { statementsOf } from '../harness/database/count-statements.js';

const whole = { from: '2026-01-01', to: '2026-12-31' };
let measured: MeasuredService;
let sent: () => number;
beforeAll(async () => {
  measured = await openMeasuredService('2026-01-05T23:30:00.000Z');
  sent = statementsOf(measured.service.application.plain);
}, 60_000);
afterAll(() => measured?.service.close());

const figures = (): ServiceMeasures => {
  const own = new Measures(new PgMeasures(measured.service.database, new Cursors(randomBytes(32))));
  return own.for(measured.staff.manager, measured.now()) as ServiceMeasures;
};
const closed = async (): Promise<number> =>
  (await figures().funnel(whole)).steps.find(({ step }) => step === 'closed')?.count ?? 0;

test('cases opened, closed and reopened by two processes at once, while figures are read, are counted once', async () => {
  const stores = [measured.service.store, measured.service.secondProcess()];
  const cases = await Promise.all(Array.from({ length: 8 }, () => measured.open()));
  const say = (n: number, caseId: Id, closing: boolean): Promise<Answer> => {
    const reason = randomUUID();
    const event = closing
      ? ({ type: 'case.closed', reason: 'noReply', side: 'withheld' } as const)
      : ({ type: 'case.reopened', processId: randomUUID(), reason } as const);
    const texts = closing ? [] : [{ id: reason, words: 'Again' }];
    const clock = () => new Date(measured.now());
    return tell(stores[n % 2] as (typeof stores)[number], clock, measured.staff.manager, {
      key: randomUUID(),
      caseId,
      event,
      texts,
    });
  };
  const read: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const told = cases.map((caseId, n) => say(n + round, caseId, round % 2 === 0));
    const others = [measured.open(), ...Array.from({ length: 3 }, async () => void read.push(await closed()))];
    expect((await Promise.all(told)).every(({ ok }) => ok)).toBe(true);
    await Promise.all(others);
    expect(await closed()).toBe(round % 2 === 0 ? cases.length : 0);
  }
  expect(read.every((count) => count >= 0 && count <= cases.length)).toBe(true);

  const { rows } = await measured.service.pools.plain.query<{ id: Id }>('select id from case_file');
  const recounted = (await Promise.all(rows.map(async ({ id }) => measured.journal(id)))).map((events) =>
    recount(events, true),
  );
  const { steps } = await figures().funnel(whole);
  for (const { step, count } of steps)
    expect([step, count]).toEqual([
      step,
      referredIn(recounted, whole).filter(({ dates }) => dates[step] !== undefined).length,
    ]);
  const stats = await measured.service.pools.plain.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  expect(Number(stats.rows[0]?.deadlocks)).toBe(0);
}, 120_000);

test('a command that changes nothing that is counted leaves nothing to count again', async () => {
  const pending = async () =>
    (await measured.service.pools.plain.query<{ count: number }>('select count(*)::int as count from figure_pending'))
      .rows[0]?.count;
  const caseId = await measured.open();
  expect(await pending()).toBeGreaterThan(0);
  expect(await settleFigures(measured.service.application)).toBe(1);
  expect(
    await measured.say(caseId, {
      by: measured.staff.coordinator,
      type: 'justice.updated',
      justiceStage: 'preSentence',
      courtDate: '2026-06-01',
    }),
  ).toBe(true);
  expect(await pending()).toBe(0);
});

test('each figure is one statement, however many cases it counts, and one that settles what is kept', async () => {
  const statements = async (of: (m: ServiceMeasures) => Promise<unknown>) => {
    const fresh = figures();
    sent();
    await of(fresh);
    return sent();
  };
  // with the one that settles
  expect(await statements((m) => m.stages())).toBe(2);
  expect(await statements((m) => m.funnel(whole))).toBe(2);
  expect(await statements((m) => m.checkpoints(whole))).toBe(2);
  expect(await statements((m) => m.unassigned())).toBe(2);
  // and the service's numbers
  expect(await statements((m) => m.waiting())).toBe(3);
  expect(await statements((m) => m.waitingCases({ first: 100 }))).toBe(3);
  expect(await statements((m) => m.workloads())).toBe(3);
  expect(await statements((m) => m.cases('open', { first: 100 }))).toBe(3);
  // and the staff
  expect(await statements((m) => m.unassignedCases({ first: 100 }))).toBe(4);
  // settled once, however many figures are asked together
  expect(await statements((m) => Promise.all([m.stages(), m.unassigned(), m.funnel(whole)]))).toBe(4);
});
