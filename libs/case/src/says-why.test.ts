// A refusal is never silent: what the case does not listen to where it stands says what has not come (promise 3).
import { ToldCase } from '../../../test/harness/case/told-case.js';
import { decide } from './decide.js';
import type { CaseEvent } from './facts.js';
import { heardWhere } from './heard-where.js';

const both = ['h1', 'r1'];
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const of = { processId: 'p1' };

const early: object[] = [
  { ...of, type: 'conference.cancelled', reason: 'why' },
  { ...of, type: 'conference.begun', attended: both },
  { ...of, type: 'conference.ended', how: 'asPlanned', aftercare: 't' },
  { ...of, type: 'session.paused', byRole: 'harmed', reason: 'request', safetyStep: 't' },
  { ...of, type: 'session.resumed' },
  { ...of, type: 'exchange.ended', how: 'asPlanned' },
  { ...of, type: 'preparation.completed' },
  { type: 'case.reopened', reason: 'why' },
];
test.each(early)('%j is refused with a reason', (said) => {
  const c = two();
  const event = { ...said, at: c.now(), by: 'lead' } as CaseEvent;
  const decision = decide(c.stored, event, c.settings, c.journal);
  expect(decision.ok ? [] : decision.blockers).not.toEqual([]);
});

test.each([
  [{ ...of, type: 'conference.cancelled', reason: 'why' }, 'booked'],
  [{ ...of, type: 'session.paused', byRole: 'harmed', reason: 'request', safetyStep: 't' }, 'underWay'],
  [{ type: 'case.reopened', reason: 'why' }, 'closed'],
])('what comes too early says where the case must stand: %j', (said, where) => {
  const c = two();
  const decision = decide(c.stored, { ...said, at: c.now(), by: 'lead' } as CaseEvent, c.settings, c.journal);
  expect(decision).toMatchObject({ ok: false, why: 'not-now', blockers: [{ rule: 'notHere', about: where }] });
});

test.each([
  ['session.steppedOut', ['underWay', 'interrupted']],
  ['session.checked', ['interrupted']],
  // passed on in an exchange; written down late anywhere
  ['communication.passed', ['exchange']],
  ['preparation.completed', ['preparation']],
  // what every place hears names none
  ['preparation.held', []],
] as const)('%s is heard where the picture has it', (type, where) => {
  expect(heardWhere(type)).toEqual(where);
});

test('R84: an agreed item does not come to stand while a concern is open', () => {
  const c = two().prepare('faceToFace', both).book(both).onTheDay().begin(both);
  const what = { kind: 'apology', doer: 'r1', recipient: 'h1', dueOn: '2026-03-01' } as const;
  c.tell('item.proposed', { ...of, itemId: 'i', ...what, text: 't', evidence: 't', monitor: 't' });
  c.tell('item.checked', { ...of, itemId: 'i', proportionate: true, changed: false });
  for (const id of both) c.consent(id, 'agreementItem', { ...of, about: 'i' });
  c.tell('concern.raised', { concernId: 'k', text: 't' });
  expect(c.whyNot('item.agreed', { ...of, itemId: 'i' })).toEqual(['concern k']);
});
