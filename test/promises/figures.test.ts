// Promise: every figure is what its journals say, and the list behind it holds exactly the cases it counted (R73 to R75).
import { randomUUID } from 'node:crypto';
import type { CaseEvent, Id } from '#libs/case';
import { workingDaysBetween, londonDate } from '#libs/time';
import { lossSteps, spans, words, type ServiceMeasures } from '#libs/measures';
import { casesOf, figuresFor } from '../scenario/figures-read.js';
import { tellEverything } from '../scenario/measured-cases.js';
import { openMeasuredService, type MeasuredService } from '../scenario/measured-service.js';
import {
  daysBetween,
  deviationsIn,
  personsAt,
  recount,
  referredIn,
  standing,
  type Recounted,
} from '../scenario/recount.js';

const whole = { from: '2026-01-01', to: '2026-12-31' };
let measured: MeasuredService;
let measures: ServiceMeasures;
let journals: CaseEvent[][];
let cases: Recounted[];

const figures = (actor = measured.staff.manager): ServiceMeasures => figuresFor(measured, actor);
const all = (list: string): Promise<Id[]> => casesOf(measures, list);
const idsOf = (wanted: readonly Recounted[]): Id[] => wanted.map(({ caseId }) => caseId).toSorted();
beforeAll(async () => {
  measured = await openMeasuredService('2026-01-05T23:30:00.000Z');
  const opened = await tellEverything(measured);
  measures = figures();
  journals = await Promise.all(opened.map((id) => measured.journal(id)));
  cases = journals.map((events) => recount(events, true));
}, 120_000);
afterAll(() => measured?.service.close());

describe.each([whole, { from: '2026-01-06', to: '2026-01-12' }, { from: '2025-01-01', to: '2025-12-31' }])(
  'the funnel of $from to $to',
  (period) => {
    test('counts cases and persons at every step, with the list behind each', async () => {
      const cohort = referredIn(cases, period);
      for (const { step, count, harmed, responsible, list } of (await measures.funnel(period)).steps) {
        const there = cohort.filter(({ dates }) => dates[step] !== undefined);
        expect({ step, count, harmed, responsible, list: await all(list) }).toEqual({
          step,
          count: there.length,
          harmed: personsAt(cohort, step, 'harmed'),
          responsible: personsAt(cohort, step, 'responsible'),
          list: idsOf(there),
        });
      }
    });

    test('gives medians in days, null where nothing is known', async () => {
      const cohort = referredIn(cases, period);
      for (const { measure, days, known, of, list } of (await measures.funnel(period)).medians) {
        const { from, to } = spans[measure];
        expect({ measure, days, known, of }).toEqual({ measure, ...daysBetween(cohort, from, to) });
        expect(await all(list)).toHaveLength(known);
      }
    });

    test('gives the reason of every loss after the furthest step', async () => {
      const lost = referredIn(cases, period).filter(({ dates, reason }) => dates['closed'] && reason !== 'delivered');
      const furthest = ({ dates }: Recounted) =>
        lossSteps.findLast((step) => Object.keys(dates).some((date) => date.startsWith(step)));
      const { losses } = await measures.funnel(period);
      expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe(lost.length);
      for (const { after, reason, count, list } of losses) {
        const these = lost.filter((each) => furthest(each) === after && each.reason === reason);
        expect({ after, reason, count, list: await all(list) }).toEqual({
          after,
          reason,
          count: these.length,
          list: idsOf(these),
        });
      }
    });
  },
);

test('the world has something of everything, so that the figures above are not all zero', async () => {
  const { steps, losses } = await measures.funnel(whole);
  expect(steps.map(({ count }) => count).every((count) => count > 0)).toBe(true);
  expect(losses.length).toBeGreaterThan(2);
});

test('stages and open cases are where the fold of each journal stands', async () => {
  const settings = await measured.service.store.settings(measured.service.serviceId);
  const now = journals.map((events, n) => ({ ...standing(events, settings), caseId: (cases[n] as Recounted).caseId }));
  const stages = await measures.stages();
  for (const { stage, step, count, list } of stages) {
    const there = now.filter((each) => each.stage === stage && each.step === step);
    expect({ stage, step, count, list: await all(list) }).toEqual({
      stage,
      step,
      count: there.length,
      list: there.map(({ caseId }) => caseId).toSorted(),
    });
  }
  expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(now.length);
  const open = await measures.openCases();
  expect(open.count).toBe(now.filter(({ closedAt }) => closedAt === null).length);
  expect(await all(open.list)).toHaveLength(open.count);
});

test('waiting cases stand against their limit in working days, longest first', async () => {
  const settings = await measured.service.store.settings(measured.service.serviceId);
  const { rows } = await measures.waitingCases({ first: 100 });
  expect(rows.map(({ row }) => row.since)).toEqual(rows.map(({ row }) => row.since).toSorted());
  const expected = journals
    .map((events, n) => ({ events, s: standing(events, settings), caseId: (cases[n] as Recounted).caseId }))
    .filter(({ s }) => s.waitingOn !== null);
  expect(rows.map(({ row }) => row.caseId).toSorted()).toEqual(expected.map(({ caseId }) => caseId).toSorted());
  for (const { row } of rows) {
    const { events, s } = expected.find(({ caseId }) => caseId === row.caseId) as (typeof expected)[number];
    const tried = events.some(({ type }) => type === 'contact.attempted');
    const limit =
      s.stage === 'suitability' && !tried ? settings.firstContactWorkingDays : settings.stageLimitWorkingDays;
    const waited = workingDaysBetween(londonDate(row.since), londonDate(measured.now()));
    expect(row).toMatchObject({ waitingOn: s.waitingOn, rule: s.waitingRule, limit, waited, over: waited > limit });
  }
  const groups = await measures.waiting();
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  for (const { waitingOn, rule, count, over, list } of groups) {
    const same = rows.filter(({ row }) => row.waitingOn === waitingOn && row.rule === rule);
    expect([count, over.count]).toEqual([same.length, same.filter(({ row }) => row.over).length]);
    expect(await all(list)).toHaveLength(count);
    expect(await all(over.list)).toEqual(
      same
        .filter(({ row }) => row.over)
        .map(({ row }) => row.caseId)
        .toSorted(),
    );
  }
  expect(rows.some(({ row }) => row.over) && rows.some(({ row }) => !row.over)).toBe(true);
});

test('R81: a case with a meeting and a letter counts at both steps, and each person harmed at the one that was theirs', async () => {
  const [both, ...others] = cases.filter(({ dates }) => dates['deliveredDirect'] && dates['deliveredIndirect']);
  expect([both?.persons.filter(({ role }) => role === 'harmed').length, others]).toEqual([2, []]);
  const { steps } = await measures.funnel(whole);
  for (const step of ['deliveredDirect', 'deliveredIndirect']) {
    expect(await all(steps.find((one) => one.step === step)?.list ?? '')).toContain(both?.caseId);
    expect(personsAt(both ? [both] : [], step, 'harmed')).toEqual({ count: 1, known: 1, of: 1 });
  }
});

test('what was done though a door was shut is counted on its day, and apart until somebody has reviewed it (R95)', async () => {
  for (const period of [whole, { from: '2026-01-01', to: '2026-01-31' }]) {
    const counted = await measures.deviations(period);
    const found = counted.map(({ door, recorded: { count }, unreviewed }) => {
      return [door, { recorded: count, unreviewed: unreviewed.count }] as const;
    });
    expect(Object.fromEntries(found)).toEqual(deviationsIn(cases, period));
    for (const { door, recorded, unreviewed } of counted) {
      const there = cases.filter((one) => deviationsIn([one], period)[door]);
      expect(await all(recorded.list)).toEqual(idsOf(there));
      expect(await all(unreviewed.list)).toEqual(
        idsOf(there.filter((one) => (deviationsIn([one], period)[door]?.unreviewed ?? 0) > 0)),
      );
    }
  }
  const [begin, ...others] = await measures.deviations(whole);
  expect(others).toEqual([]);
  expect(begin).toMatchObject({ door: 'begin', recorded: { count: 2 }, unreviewed: { count: 1 } });
});

test('checkpoints say how often they said yes and no', async () => {
  for (const period of [whole, { from: '2026-01-01', to: '2026-01-31' }]) {
    const said = journals.flat().filter((e) => {
      const day = londonDate(e.on ?? e.at);
      return period.from <= day && day <= period.to;
    });
    for (const { checkpoint, passed, refused } of await measures.checkpoints(period)) {
      const times = (type: CaseEvent['type']) =>
        said.filter((e) => e.type === type && 'checkpoint' in e && e.checkpoint === checkpoint).length;
      expect([checkpoint, passed.count, refused.count]).toEqual([
        checkpoint,
        times('checkpoint.passed'),
        times('checkpoint.refused'),
      ]);
      expect((await all(passed.list)).length).toBeLessThanOrEqual(passed.count);
      expect((await all(refused.list)).length > 0).toBe(refused.count > 0);
    }
  }
});

test('unassigned cases name every facilitator; workloads count what each carries', async () => {
  const settings = await measured.service.store.settings(measured.service.serviceId);
  const open = journals.map((events) => standing(events, settings)).filter(({ closedAt }) => closedAt === null);
  const unassigned = await measures.unassigned();
  const { rows } = await measures.unassignedCases({ first: 100 });
  expect(unassigned.count).toBe(open.filter(({ leadId }) => leadId === null).length);
  expect(rows.map(({ row }) => row.caseId).toSorted()).toEqual(await all(unassigned.list));
  for (const { row } of rows) expect(row.candidates).toHaveLength(3);
  for (const { staffId, openCases, points, list } of await measures.workloads()) {
    const mine = open.filter(
      ({ staffIds, undeclaredIds }) => staffIds.includes(staffId) && !undeclaredIds.includes(staffId),
    );
    expect([openCases, points]).toEqual([mine.length, mine.reduce((sum, each) => sum + each.points, 0)]);
    expect(await all(list)).toHaveLength(openCases);
  }
});

test('another service has figures of its own and sees nothing of this one', async () => {
  const { rows } = await measured.service.pools.plain.query<{ id: Id }>(
    `insert into service (name) values ('Another') returning id`,
  );
  const other = figures({ kind: 'staff', id: randomUUID(), serviceId: (rows[0] as { id: Id }).id, roles: ['manager'] });
  expect(await other.stages()).toEqual([]);
  expect([(await other.openCases()).count, (await other.unassigned()).count]).toEqual([0, 0]);
  expect([await other.waiting(), await other.workloads()]).toEqual([[], []]);
  expect((await other.waitingCases({})).rows).toEqual([]);
  expect((await other.unassignedCases({})).rows).toEqual([]);
  const { steps, medians, losses } = await other.funnel(whole);
  expect(steps.every(({ count, harmed }) => count === 0 && harmed.count === 0)).toBe(true);
  expect(medians.every(({ days, known }) => days === null && known === 0)).toBe(true);
  expect(losses).toEqual([]);
  expect((await other.checkpoints(whole)).every(({ passed }) => passed.count === 0)).toBe(true);
  const mine = await measures.funnel(whole);
  const lists = [
    ...mine.steps,
    ...mine.medians,
    ...mine.losses,
    ...(await measures.stages()),
    ...(await measures.workloads()),
  ];
  for (const { list } of lists) expect((await other.cases(list, {}))?.rows).toEqual([]);
});

test('a cursor is good for its own list only', async () => {
  const page = await measures.cases('open', { first: 1 });
  const after = page?.rows[0]?.cursor ?? '';
  await expect(measures.cases('unassigned', { first: 1, after })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

test('the words by which the journal is counted are the fields the definitions name', async () => {
  const { rows } = await measured.service.pools.plain.query<{
    type: string;
    word: string | null;
    event: Record<string, unknown>;
  }>('select distinct type, word, event from journal');
  const fields: Readonly<Record<string, string>> = words;
  for (const { type, word, event } of rows) {
    const field = fields[type];
    expect([type, word]).toEqual([type, field === undefined ? null : String(event[field])]);
  }
});
