// Which process is meant: the only one need not be named, and a person can name none but their own (R81).
import { NO_ID, type Actor, type EventType } from '#libs/case';
import { ToldCase } from '../../../test/harness/case/told-case.js';
import { withProcess } from './which-process.js';

const lead: Actor = { kind: 'staff', id: 'lead', serviceId: 'service', roles: ['facilitator'] };
const person = (id: string): Actor => ({ kind: 'participant', id: `person-${id}`, serviceId: 'service' });
const meant = (c: ToldCase, actor: Actor, event: { type: EventType } & Record<string, unknown>): unknown =>
  (withProcess(actor, event, c.stored.facts) as { processId?: unknown }).processId;

const one = () => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
/** `p1` of h1 and r1, and `p2` of h2 and r1. */
const two = () =>
  one()
    .tell('process.typeChosen', { processId: 'p1', processType: 'faceToFace', reason: 'why' })
    .join('h2', 'harmed')
    .tell('process.opened', {
      processId: 'p2',
      members: [
        { participantId: 'h2', part: 'harmed' },
        { participantId: 'r1', part: 'responsible' },
      ],
    });
const ready = { type: 'readiness.stated', ready: true } as const;

test('the only process that has not ended need not be named', () => {
  expect(meant(one(), lead, { ...ready, participantId: 'h1' })).toBe('p1');
  const ended = two().tell('process.ended', { processId: 'p2', reason: 'withdrawn', side: 'withheld' });
  expect(meant(ended, lead, { ...ready, participantId: 'r1' })).toBe('p1');
});

test('after the end of the only one, what is still heard is about that one', () => {
  const ended = one().tell('process.ended', { processId: 'p1', reason: 'withdrawn', side: 'withheld' });
  expect(meant(ended, lead, { type: 'followUp.done', participantId: 'h1' })).toBe('p1');
});

test('where several go on, one that is left out is as unknown as one that does not exist', () => {
  expect(meant(two(), lead, { ...ready, participantId: 'r1' })).toBe(NO_ID);
  expect(two().whyNot('readiness.stated', { processId: NO_ID, participantId: 'r1', ready: true })).toEqual([
    'unknown processId',
  ]);
});

test('a person in one of several processes need not name theirs: they do not know of the others', () => {
  expect(meant(two(), person('h1'), { ...ready, participantId: 'h1' })).toBe('p1');
  expect(meant(two(), person('h2'), { ...ready, participantId: 'h2' })).toBe('p2');
  const asked = two().consent('r1', 'prepare', { processId: 'p2' });
  expect(meant(asked, person('r1'), { ...ready, participantId: 'r1' })).toBe(NO_ID);
});

test("another person's process is to them as one that does not exist", () => {
  expect(meant(two(), person('h1'), { ...ready, participantId: 'h1', processId: 'p2' })).toBe(NO_ID);
  expect(meant(two(), lead, { ...ready, participantId: 'h1', processId: 'p2' })).toBe('p2');
});

test('a process that is planned with a person is not there for them before they have answered anything in it (R9, R91)', () => {
  const planned = two();
  expect(meant(planned, person('r1'), { ...ready, participantId: 'r1' })).toBe('p1');
  expect(meant(planned, person('r1'), { ...ready, participantId: 'r1', processId: 'p2' })).toBe(NO_ID);
  planned.consent('r1', 'prepare', { processId: 'p2' });
  expect(meant(planned, person('r1'), { ...ready, participantId: 'r1', processId: 'p2' })).toBe('p2');
});

test('a consent to the service, a sign-off of the case and what reaches the whole case have no process', () => {
  const said = { participantId: 'h1', purpose: 'contact' };
  expect(meant(one(), lead, { type: 'consent.given', ...said })).toBeUndefined();
  expect(meant(one(), lead, { type: 'consent.given', ...said, purpose: 'prepare' })).toBe('p1');
  expect(meant(one(), lead, { type: 'checkpoint.passed', checkpoint: 'referral' })).toBeUndefined();
  expect(meant(one(), lead, { type: 'checkpoint.passed', checkpoint: 'firstMeeting' })).toBe('p1');
  for (const type of ['concern.raised', 'case.paused', 'risk.informed'] as const)
    expect(meant(one(), lead, { type })).toBeUndefined();
});

test('of two of their own a person names which, also when one has ended: they may not have been told yet (R22)', () => {
  const asked = two().consent('r1', 'prepare', { processId: 'p2' });
  expect(meant(asked, person('r1'), { ...ready, participantId: 'r1' })).toBe(NO_ID);
  asked.tell('process.ended', { processId: 'p2', reason: 'withdrawn', side: 'withheld' });
  expect(meant(asked, person('r1'), { ...ready, participantId: 'r1' })).toBe(NO_ID);
  expect(meant(asked, person('r1'), { ...ready, participantId: 'r1', processId: 'p1' })).toBe('p1');
  expect(meant(asked, lead, { ...ready, participantId: 'r1' })).toBe('p1');
});
