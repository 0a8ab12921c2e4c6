// Figures judged without a database: waiting in working days, who could take a case and why not, lists by name.
import { addDays, isWorkingDay, workingDaysBetween } from '#libs/time';
import { defaults, fold, unfit, type CaseEvent, type Facts } from '#libs/case';
import { standingFor, type FacilitatorRecord, type StaffRow } from '#libs/staff';
import { candidate, candidates, workloadOf } from './staff.js';
import { definitions } from './definitions.js';
import { listNamed, nameOf, type CaseList } from './lists.js';
import { Measures } from './measures.js';
import { overBefore, waitedSince } from './waiting.js';
import type { MeasuresReading } from './reading.js';

const at = '2026-06-01T10:00:00.000Z';
const opened: CaseEvent = {
  type: 'case.opened',
  at,
  by: 'c',
  caseId: 'case',
  serviceId: 's',
  processId: 'p',
  source: 'police',
  initiator: 'harmed',
  offences: [],
};
const factsOf = (...events: CaseEvent[]): Facts => fold([opened, ...events]).facts;
const fay: FacilitatorRecord = {
  staffId: 'fay',
  roles: ['facilitator'],
  level: 'Intermediate',
  training: [],
  registeredUntil: '2027-01-01',
  supervisedOn: '2026-05-01',
  available: true,
  points: 3,
  caseloadLimit: 10,
};

describe('waiting', () => {
  test('a weekend and a bank holiday are not waited for', () => {
    expect(waitedSince('2026-05-22T10:00:00Z', '2026-05-26T10:00:00Z')).toBe(1); // Friday, then a bank holiday Monday
    expect(waitedSince('2026-06-01T09:00:00Z', '2026-06-01T17:00:00Z')).toBe(0);
  });

  test('the day is that of London: half past eleven at night in summer is the next day already', () => {
    expect(waitedSince('2026-06-01T23:30:00Z', '2026-06-02T10:00:00Z')).toBe(0);
  });

  test('what counts as over and what is shown as over are the same, on every day and for every limit', () => {
    for (let n = 0; n < 60; n += 1) {
      const today = addDays('2026-04-20', n);
      for (const limit of [0, 1, 5, 20]) {
        const before = overBefore(limit, `${today}T12:00:00Z`);
        expect(isWorkingDay(before)).toBe(true);
        expect(workingDaysBetween(addDays(before, -1), today)).toBeGreaterThan(limit);
        expect(workingDaysBetween(before, today)).toBeLessThanOrEqual(limit);
      }
    }
  });
});

describe('who could take a case', () => {
  test('the reasons are those by which an assignment would be refused', () => {
    const facts = factsOf({ type: 'flag.set', at, by: 'x', flag: 'sexual' });
    const late = { ...fay, supervisedOn: '2026-01-01', points: 9 };
    const judged = candidate(late, facts, at, defaults);
    const standing = standingFor(late);
    expect(standing && unfit('fay', 'lead', standing, facts, at, defaults)).toEqual(judged.reasons);
    expect(judged.reasons.map(({ about }) => about)).toEqual(['training:sensitive', 'supervision', 'caseload']);
    expect(judged).toMatchObject({ could: false, declarationDue: true });
  });

  test('a connection declared stands in the way, a declaration still to be made does not', () => {
    const asked: CaseEvent = { type: 'facilitator.asked', at, by: 'c', staffId: 'fay', duty: 'lead' };
    const connected: CaseEvent = { type: 'conflict.declared', at, by: 'fay', staffId: 'fay', connected: true };
    const clear: CaseEvent = { ...connected, connected: false };
    expect(candidate(fay, factsOf(), at, defaults)).toMatchObject({ could: true, declarationDue: true });
    expect(candidate(fay, factsOf(asked, clear), at, defaults)).toMatchObject({ could: true, declarationDue: false });
    expect(candidate(fay, factsOf(asked, connected), at, defaults)).toMatchObject({
      could: false,
      declarationDue: false,
      reasons: [{ rule: 'declaration' }],
    });
  });

  test('somebody whose level is not known cannot, and it is said', () => {
    expect(candidate({ ...fay, level: null }, factsOf(), at, defaults).reasons).toMatchObject([
      { about: 'level:unknown' },
    ]);
  });

  test('those who could stand first, the least loaded before the others', () => {
    const all = [{ ...fay, staffId: 'full', points: 10 }, fay, { ...fay, staffId: 'free', points: 0 }];
    expect(candidates(all, factsOf(), at, defaults).map(({ staffId }) => staffId)).toEqual(['free', 'fay', 'full']);
  });
});

describe('what a facilitator carries', () => {
  const row = { id: 'fay', points: 3, openCases: 2, openSensitiveCases: 1, level: 'Advanced' } as StaffRow;
  const known = { ...row, caseloadLimit: 3, lastSupervision: '2026-03-09', registeredUntil: '2026-06-01' };

  test('the last day allowed is not overdue, the day after is', () => {
    expect(workloadOf(known, at, defaults)).toMatchObject({
      supervisionDue: '2026-06-01',
      supervisionOverdue: false,
      registrationOverdue: false,
      overLimit: false,
    });
    const next = workloadOf(known, '2026-06-02T10:00:00Z', defaults);
    expect(next).toMatchObject({ supervisionOverdue: true, registrationOverdue: true });
  });

  test('what is not known is null, not overdue and not fine', () => {
    const unknown = { ...row, caseloadLimit: null, lastSupervision: null, registeredUntil: null };
    expect(workloadOf(unknown, at, defaults)).toMatchObject({
      limit: null,
      overLimit: null,
      supervisionDue: null,
      supervisionOverdue: null,
      registrationOverdue: null,
    });
  });
});

describe('the list behind a figure', () => {
  const period = { from: '2026-01-01', to: '2026-03-31' };
  const lists: CaseList[] = [
    { of: 'open' },
    { of: 'unassigned' },
    { of: 'stage', stage: 'conference', step: 'booked' },
    { of: 'stage', stage: 'consent', step: null },
    { of: 'stage', stage: 'closed', step: null },
    { of: 'waiting', waitingOn: 'manager', rule: null, over: true },
    { of: 'waiting', waitingOn: 'facilitator', rule: 'consent', over: false },
    { of: 'workload', staffId: 'f0000000-0000-4000-8000-000000000001' },
    { of: 'funnel', step: 'contacted', period },
    { of: 'span', span: 'referredToClosed', period },
    { of: 'lost', after: 'delivered', reason: 'noReply', period },
    { of: 'checkpoint', checkpoint: 'dayOf', outcome: 'refused', period },
    { of: 'deviation', door: 'begin', which: 'unreviewed', period },
  ];

  test.each(lists.map((list) => [nameOf(list), list]))('%s is read back as what it says', (name, list) => {
    expect(listNamed(name)).toEqual(list);
  });

  test.each([
    '',
    'open/',
    'stage/nowhere/-',
    'workload/somebody',
    'funnel/contacted/2026-02-30/2026-03-31',
    'funnel/contacted/2026-03-31/2026-01-01',
    'waiting/manager/-/perhaps',
    'lost/closed/noReply/2026-01-01/2026-03-31',
    'funnel/__proto__/2026-01-01/2026-03-31',
  ])('"%s" is no list', (name) => {
    expect(listNamed(name)).toBeNull();
  });
});

test('every definition says in one sentence what it counts', () => {
  for (const { says, version } of Object.values(definitions)) {
    expect(says).toMatch(/^[A-Z].+\.$/);
    expect(version).toBeGreaterThan(0);
  }
});

test('figures are for those who answer for a service, and for nobody else', () => {
  const measures = new Measures({} as MeasuresReading);
  const staff = (...roles: ('facilitator' | 'manager' | 'safeguardingLead' | 'coordinator')[]) =>
    measures.for({ kind: 'staff', id: 'x', serviceId: 's', roles }, at);
  expect([staff('manager'), staff('safeguardingLead'), staff('facilitator', 'coordinator')].every(Boolean)).toBe(true);
  expect([staff(), staff('facilitator')]).toEqual([null, null]);
  expect(measures.for({ kind: 'participant', id: 'x', serviceId: 's' }, at)).toBeNull();
  expect(measures.for({ kind: 'clock', id: 'clock', serviceId: 's' }, at)).toBeNull();
});
