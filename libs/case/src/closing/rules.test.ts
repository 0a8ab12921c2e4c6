// What stands before a process ends or a case closes, what is agreed, and what is still due afterwards (R8, R21, R55 to R59, R62, R87).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { due } from '../deadlines/due.js';

const end = { processId: 'p1', reason: 'delivered', side: 'withheld' } as const;
const close = { reason: 'delivered', side: 'withheld' } as const;
const item = {
  processId: 'p1',
  itemId: 'i',
  kind: 'apology',
  doer: 'r1',
  recipient: 'h1',
  dueOn: '2027-01-01',
  text: 't',
  evidence: 't',
  monitor: 't',
} as const;
const booked = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']).book(['h1', 'r1']);
const met = (): ToldCase =>
  booked()
    .onTheDay()
    .begin(['h1', 'r1'])
    .tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
const agreed = (): ToldCase => {
  const c = met()
    .tell('item.proposed', item)
    .tell('item.checked', { processId: 'p1', itemId: 'i', proportionate: true, changed: false });
  for (const id of ['h1', 'r1']) c.consent(id, 'agreementItem', { processId: 'p1', about: 'i' });
  return c.tell('item.agreed', { processId: 'p1', itemId: 'i' });
};

test('R8, R87: "delivered" needs a process that took place', () => {
  expect(booked().whyNot('case.closed', close)).toContain('outstanding process');
  expect(met().sign('afterProcess').whyNot('case.closed', close)).toEqual([]);
});

test('R87: a meeting that was stopped is not delivered, and everybody is asked afterwards whether they are safe', () => {
  const c = booked()
    .onTheDay()
    .begin(['h1', 'r1'])
    .tell('conference.ended', { processId: 'p1', how: 'stopped', aftercare: 't' });
  expect(c.whyNot('process.ended', end)).toEqual(['outstanding p1', 'checkpoint afterProcess|-']);
  c.sign('afterProcess');
  expect(c.whyNot('process.ended', { ...end, reason: 'unsafe' })).toEqual([]);
});

test('a process ends, and a case closes, with no concern, no meeting and nothing agreed left open', () => {
  const c = booked();
  const unsafe = { reason: 'unsafe', side: 'withheld' } as const;
  expect(c.whyNot('process.ended', { ...end, reason: 'unsafe' })).toEqual(['outstanding booking']);
  expect(c.whyNot('case.closed', unsafe)).toEqual(['outstanding booking']);
  c.onTheDay().begin(['h1', 'r1']);
  expect(c.whyNot('process.ended', { ...end, reason: 'unsafe' })).toContain('outstanding session');
  const worried = new ToldCase().tell('concern.raised', { concernId: 'x', text: 't' });
  expect(worried.whyNot('case.closed', unsafe)).toContain('concern x');
  expect(worried.whyNot('process.ended', { ...end, reason: 'unsafe' })).toEqual(['concern x']);
  expect(met().whyNot('case.closed', close)).toEqual(['checkpoint afterProcess|-']);
});

test('R55: no agreement wanted is an end like any other', () => {
  const c = met().tell('agreement.decided', { processId: 'p1', outcome: 'noneWanted' }).sign('afterProcess');
  expect(c.tell('process.ended', end).place()).toBe('ended');
});

test('R87: nobody agrees on anything before people have met or something has passed between them', () => {
  expect(booked().whyNot('item.proposed', item)).toEqual(['notReached p1']);
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('letter', ['h1', 'r1']);
  expect(c.whyNot('item.proposed', item)).toEqual(['notReached p1']);
  expect(c.whyNot('agreement.decided', { processId: 'p1', outcome: 'noneWanted' })).toEqual(['notReached p1']);
});

test('R56, R57: an item stands when doer and recipient agree and it was weighed', () => {
  const c = met().tell('item.proposed', item);
  expect(c.door('item.agreed', 'p1', 'i')?.toSorted()).toEqual([
    'consent h1|agreementItem|p1|i',
    'consent r1|agreementItem|p1|i',
    'proportionality i',
  ]);
  expect(c.whyNot('item.checked', { processId: 'p1', itemId: 'i', proportionate: true, changed: true })).toEqual([
    'unsound reason',
  ]);
  expect(agreed().sign('afterProcess').whyNot('process.ended', end)).toEqual(['outstanding i']);
});

test('R21: an item stands no more when one of them takes their yes back; R59: varied, it is asked again', () => {
  const back = agreed().tell('consent.withdrawn', {
    participantId: 'h1',
    purpose: 'agreementItem',
    processId: 'p1',
    about: 'i',
  });
  expect(back.process().agreement.items['i']?.agreedAt).toBeNull();
  const varied = agreed().tell('item.varied', {
    processId: 'p1',
    itemId: 'i',
    dueOn: '2027-02-01',
    text: 't2',
    reason: 'why',
  });
  expect(varied.door('item.agreed', 'p1', 'i')?.toSorted()).toEqual([
    'consentLapsed h1|agreementItem|p1|i',
    'consentLapsed r1|agreementItem|p1|i',
    'proportionality i',
  ]);
});

test('R59: what was agreed can still be varied and done after its process has ended', () => {
  const c = agreed()
    .tell('item.progressed', { processId: 'p1', itemId: 'i', outcome: 'completed' })
    .sign('afterProcess')
    .tell('process.ended', end);
  expect(
    c.whyNot('item.varied', { processId: 'p1', itemId: 'i', dueOn: '2027-02-01', text: 't2', reason: 'why' }),
  ).toEqual([]);
  expect(c.whyNot('item.progressed', { processId: 'p1', itemId: 'i', outcome: 'notKept' })).toEqual([]);
});

test('R58, R59: the person harmed hears first that something was not kept, and is safe; it is reported where required, or as agreed', () => {
  const c = agreed().tell('item.progressed', { processId: 'p1', itemId: 'i', outcome: 'notKept' });
  expect(c.door('item.notKeptReported', 'p1', 'i')?.toSorted()).toEqual(['checkpoint notKept|i', 'outstanding h1']);
  c.tell('item.recipientTold', { processId: 'p1', itemId: 'i' }).sign('notKept', 'p1', 'i');
  const report = { processId: 'p1', itemId: 'i', recipient: 'Crown Court' } as const;
  expect(c.whyNot('item.notKeptReported', { ...report, ground: 'required' })).toEqual([]);
  expect(c.whyNot('item.notKeptReported', { ...report, ground: 'agreed' })).toEqual([
    'consent r1|outcomeReport|-|Crown Court',
    'consent h1|outcomeReport|-|Crown Court',
  ]);
  for (const id of ['h1', 'r1']) c.consent(id, 'outcomeReport', { about: 'Crown Court' });
  expect(c.whyNot('item.notKeptReported', { ...report, ground: 'agreed' })).toEqual([]);
});

const followUps = (c: ToldCase): string[] =>
  due(c.stored.facts, c.settings)
    .filter((d) => d.name === 'followUp')
    .map((d) => d.about)
    .toSorted();
const points = (id: string): string[] => ['days3', 'months6', 'weeks2', 'weeks6'].map((p) => `${id}|${p}`);

test('R62: everyone is followed up at each point, also after the end and after closing', () => {
  const c = met().sign('afterProcess').tell('process.ended', end);
  expect(followUps(c)).toEqual(['h1', 'r1'].flatMap(points));
  expect(followUps(c.tell('case.closed', close))).toEqual(['h1', 'r1'].flatMap(points));
});

test('R62: who withdrew before anything took place is followed up from then, and who wants no contact is left alone', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(['h1', 'r1']);
  c.consent('h1', 'prepare', { processId: 'p1' }).tell('consent.withdrawn', {
    participantId: 'h1',
    purpose: 'prepare',
    processId: 'p1',
  });
  expect(followUps(c)).toEqual(points('h1'));
  c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'contact' });
  expect(followUps(c)).toEqual([]);
});

test('a closed case still hears a withdrawal, a worry and a call to ask how somebody is, and nothing of its work', () => {
  const c = met().sign('afterProcess').tell('case.closed', close);
  expect(
    c.whyNot('consent.withdrawn', { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' }),
  ).toEqual([]);
  expect(c.whyNot('concern.raised', { concernId: 'x', text: 't' })).toEqual([]);
  expect(
    c.whyNot('contact.attempted', { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'welfare' }),
  ).toEqual([]);
  expect(c.whyNot('process.typeChosen', { processId: 'p1', processType: 'letter', reason: 'why' })).toEqual([
    'closed case',
  ]);
  expect(c.whyNot('process.opened', { processId: 'p2', members: [] })).toEqual(['closed case']);
});

test('R62, R92: that somebody died, or was named by mistake, is heard of a closed case, and nobody calls them any more', () => {
  for (const reason of ['died', 'wronglyNamed'] as const) {
    const c = met().sign('afterProcess').tell('case.closed', close);
    expect(followUps(c).some((due) => due.startsWith('r1'))).toBe(true);
    c.tell('participant.left', { participantId: 'r1', reason }, 'coordinator');
    expect(followUps(c).some((due) => due.startsWith('r1'))).toBe(false);
    expect(
      c.whyNot('contact.attempted', { participantId: 'r1', channel: 'phone', outcome: 'reached', aim: 'welfare' }),
    ).toEqual(['approachBasis r1']);
  }
});

test('R82, R92: after two years a case is reopened, and nothing that was signed, prepared or confirmed counts', () => {
  const c = met()
    .sign('afterProcess')
    .tell('case.closed', close)
    .wait(2 * 365 * 24);
  c.tell('case.reopened', { reason: 'why', processId: 'p2' }, 'manager');
  expect(c.place('p2')).toBe('suitability');
  const { type, preparation, signOffs } = c.process('p2');
  expect([type, preparation, signOffs]).toEqual([
    null,
    { held: {}, ready: {}, arrangements: {}, coWorkingAgreed: null },
    { signed: {}, approvals: {} },
  ]);
  expect(c.whyNot('suitability.decided', { processId: 'p2', suitable: true, reason: 'why' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|contact|-|-', 'consentLapsed r1|contact|-|-', 'assessmentStale h1']),
  );
});
