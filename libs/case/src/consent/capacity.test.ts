// Capacity is found per decision, after support was tried; what is decided in somebody's interest ends, and what stands on it (R94).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { may } from '../permissions.js';

const FACE = { processId: 'p1', about: 'faceToFace' };
const both = ['h1', 'r1'];
/** h1 and r1 asked to be prepared, and signed for; what follows is on the capacity of h1. */
function asked(): ToldCase {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(both);
  for (const id of both) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
  return c;
}
/** What is said of the capacity of h1 before preparation begins. */
const inDoubt = (c: ToldCase): string[] =>
  c.whyNot('preparation.begun', { processId: 'p1' }).filter((b) => b === 'capacity h1');
const lacks = { participantId: 'h1', finding: 'lacks', support: 'pictures' } as const;
const bestInterests = { participantId: 'h1', decision: 'prepare', consulted: 'her sister', reason: 'why' } as const;

test('R94: a doubt about one decision leaves the others to the person; a doubt about every one leaves none', () => {
  const c = asked().tell('capacity.doubted', { participantId: 'h1', decision: 'takePart' });
  expect(inDoubt(c)).toEqual([]);
  c.tell('capacity.assessed', { ...lacks, decision: 'takePart' });
  expect(c.whyNot('consent.given', c.yes('h1', 'takePart', FACE))).toContain('capacity h1');
  expect(c.whyNot('consent.given', c.yes('h1', 'prepare', { processId: 'p1' }))).toEqual([]);
  c.tell('capacity.doubted', { participantId: 'h1' });
  expect(inDoubt(c)).toEqual(['capacity h1']);
  c.tell('capacity.assessed', { participantId: 'h1', decision: 'prepare', finding: 'has' });
  expect(inDoubt(c)).toEqual(['capacity h1']);
  c.tell('capacity.assessed', { participantId: 'h1', decision: 'contact', finding: 'has' });
  expect(inDoubt(c)).toEqual([]);
});

test('R94: a doubt about sharing shuts sharing', () => {
  const share = { about: 'Northfold Housing' };
  const c = asked().consent('h1', 'share', share).tell('capacity.doubted', { participantId: 'h1', decision: 'share' });
  expect(inDoubt(c)).toEqual([]);
  const shared = { participantId: 'h1', organisation: share.about, what: 'w', told: true };
  expect(c.whyNot('information.shared', shared)).toContain('capacity h1');
});

test('R94: nobody is found to need help, or unable, before help was tried', () => {
  const c = asked().tell('capacity.doubted', { participantId: 'h1' });
  for (const finding of ['lacks', 'hasWithSupport'] as const)
    expect(c.whyNot('capacity.assessed', { participantId: 'h1', finding })).toEqual(['unsound support']);
  expect(c.whyNot('capacity.assessed', { participantId: 'h1', finding: 'has' })).toEqual([]);
  expect(c.whyNot('capacity.assessed', { participantId: 'r1', finding: 'has' })).toEqual(['unsound participantId']);
});

test('R94: capacity that comes and goes is looked at again on a day, and is in doubt from then', () => {
  const c = asked().tell('capacity.doubted', { participantId: 'h1' });
  const found = { participantId: 'h1', finding: 'has' } as const;
  expect(c.whyNot('capacity.assessed', { ...found, againOn: '2020-01-01' })).toEqual(['unsound againOn']);
  c.tell('capacity.assessed', { ...found, againOn: '2026-01-20' });
  expect(inDoubt(c)).toEqual([]);
  expect(inDoubt(c.goTo('2026-01-20T09:00:00.000Z'))).toEqual(['capacity h1']);
  expect(inDoubt(c.tell('capacity.assessed', found))).toEqual([]);
});

test('R94: what is decided for somebody names who was consulted, why and until when, and only for who cannot decide', () => {
  const c = asked().tell('capacity.doubted', { participantId: 'h1', decision: 'prepare' });
  const decide = { ...bestInterests, until: '2026-01-20T00:00:00.000Z' };
  expect(c.whyNot('bestInterests.decided', decide, 'safeguarding')).toEqual(['unsound decision']);
  c.tell('capacity.assessed', { ...lacks, decision: 'prepare' });
  expect(c.whyNot('bestInterests.decided', decide, 'safeguarding')).toEqual([]);
  const said = { type: 'bestInterests.decided', ...decide, at: c.now(), by: 'lead' } as const;
  const facilitator = { kind: 'staff', id: 'lead', serviceId: 'service', roles: ['facilitator'] } as const;
  expect(may(facilitator, said, c.stored.facts)).toBe(false);
  for (const [field, wrong] of [
    ['decision', { decision: 'takePart' }],
    ['consulted', { consulted: '' }],
    ['reason', { reason: '' }],
    ['until', { until: '2020-01-01T00:00:00.000Z' }],
  ] as const)
    expect(c.whyNot('bestInterests.decided', { ...decide, ...wrong }, 'safeguarding')).toEqual([`unsound ${field}`]);
});

/** Unable to decide on preparation, which was decided for h1 until 20 January, and agreed to on that ground. */
const decidedFor = (): ToldCase =>
  asked()
    .tell('capacity.doubted', { participantId: 'h1', decision: 'prepare' })
    .tell('capacity.assessed', { ...lacks, decision: 'prepare' })
    .tell('bestInterests.decided', { ...bestInterests, until: '2026-01-20T00:00:00.000Z' }, 'safeguarding')
    .consent('h1', 'prepare', { processId: 'p1' })
    .sign('capacity', 'p1', 'h1', 'safeguarding');

test('R94: what stands on a decision in somebody’s interest ends on its day', () => {
  const c = decidedFor();
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
  expect(c.goTo('2026-01-20T09:00:00.000Z').whyNot('preparation.begun', { processId: 'p1' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|prepare|p1|-', 'capacity h1']),
  );
});

test('R94: what was decided for somebody can be ended by itself; they are as unable as before, and somebody decides anew', () => {
  const c = decidedFor();
  const ends = { participantId: 'h1', decision: 'prepare', reason: 't' } as const;
  expect(c.whyNot('bestInterests.ended', { ...ends, decision: 'takePart' })).toEqual(['unsound decision']);
  expect(c.whyNot('bestInterests.ended', { ...ends, reason: '' })).toEqual(['unsound reason']);
  c.tell('bestInterests.ended', ends);
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|prepare|p1|-', 'capacity h1']),
  );
  expect(c.whyNot('consent.given', c.yes('h1', 'prepare', { processId: 'p1' }))).toEqual(['capacity h1']);
  expect(c.whyNot('bestInterests.ended', ends)).toEqual(['unsound decision']);
  c.tell('bestInterests.decided', { ...bestInterests, until: '2026-01-20T00:00:00.000Z' }, 'safeguarding');
  c.consent('h1', 'prepare', { processId: 'p1' }).sign('capacity', 'p1', 'h1', 'safeguarding');
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
});

test('R94: who is found able again is asked themselves: what was decided for them ends at once', () => {
  const c = decidedFor().tell('capacity.assessed', { participantId: 'h1', decision: 'prepare', finding: 'has' });
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|prepare|p1|-', 'lapsed capacity|h1']),
  );
  c.consent('h1', 'prepare', { processId: 'p1' }).sign('capacity', 'p1', 'h1', 'safeguarding');
  expect(c.goTo('2026-01-20T09:00:00.000Z').whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
});
