// What a person sees of several processes: their own, and no sign that there is another (R22, R81).
import { defaults, settingsWith } from '#libs/case';
import { myCase } from '../../src/queries/my-cases/my-case.js';
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const settings = settingsWith(defaults);
const seenBy = (c: ToldCase, id: string, at = c.now()) => myCase({ facts: c.stored.facts, id, at, settings });
const booked = () =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .book(['h1', 'r1'], 20);
const withSecond = (c: ToldCase) =>
  c.join('h2', 'harmed').tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });

test('a person of one process sees the same bytes when another is opened beside it, and whatever happens there', () => {
  const [alone, beside] = [booked(), withSecond(booked()).prepare('letter', ['h2', 'r1'], 'p2')];
  const at = beside.now();
  expect(JSON.stringify(seenBy(beside, 'h1', at))).toBe(JSON.stringify(seenBy(alone, 'h1', at)));
});

test('a person sees the processes that they are in, each with its own kind, stage and consents', () => {
  const c = withSecond(booked()).prepare('letter', ['h2', 'r1'], 'p2');
  const mine = seenBy(c, 'r1');
  expect(mine.processes.map(({ id, type, part, stage }) => [id, type, part, stage])).toEqual([
    ['p1', 'faceToFace', 'responsible', 'meetingBooked'],
    ['p2', 'letter', 'responsible', 'preparing'],
  ]);
  expect(mine.stage).toBe('meetingBooked');
  expect(new Set(mine.processes[1]?.consents.map(({ processId }) => processId))).toEqual(new Set(['p2']));
  expect(mine.consents.map(({ purpose }) => purpose)).not.toContain('prepare');
  expect(seenBy(c, 'h2').processes.map(({ id }) => id)).toEqual(['p2']);
});

test('who is spoken for sees the process, and that they have no part of their own in it', () => {
  const c = new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .join('m1', 'representative', { supports: 'h1' });
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'm1', part: 'representative', of: 'h1' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.consent('h1', 'spokenFor', { processId: 'p2', about: 'm1' });
  expect(seenBy(c, 'h1').processes.map(({ id, part }) => [id, part])).toEqual([
    ['p1', 'harmed'],
    ['p2', null],
  ]);
});

test('a process that is planned with a person is not there for them before they have answered anything in it (R9, R91)', () => {
  const [before, planned] = [booked(), withSecond(booked())];
  const at = planned.now();
  expect(JSON.stringify(seenBy(planned, 'r1', at))).toBe(JSON.stringify(seenBy(before, 'r1', at)));
  planned.consent('r1', 'prepare', { processId: 'p2' });
  expect(seenBy(planned, 'r1').processes.map(({ id }) => id)).toEqual(['p1', 'p2']);
});

test('a meeting that the other called off stays until the person is told; their own "no" takes it away at once', () => {
  const c = booked();
  c.tell('consent.withdrawn', { participantId: 'r1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' });
  const later = new Date(Date.parse(c.now()) + 30 * 86_400_000).toISOString();
  expect(seenBy(c, 'h1').processes[0]?.meeting).not.toBeNull();
  expect(seenBy(c, 'h1', later).processes[0]?.meeting).toBeNull();
  expect(seenBy(c, 'r1').processes[0]?.meeting).toBeNull();
});

test('whoever is not to come any more, because another objects, sees the meeting until they are told', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('s1', 'supporter', { supports: 'r1' });
  for (const id of ['h1', 'r1']) c.consent(id, 'attendance', { processId: 'p1', about: 's1' });
  c.prepare('faceToFace', ['h1', 'r1', 's1']).book(['h1', 'r1', 's1'], 20);
  const before = JSON.stringify(seenBy(c, 's1').processes);
  c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'attendance', processId: 'p1', about: 's1' });
  expect(c.process().conference.booking?.attendees).toEqual(['h1', 'r1']);
  expect(JSON.stringify(seenBy(c, 's1').processes)).toBe(before);
  const later = new Date(Date.parse(c.now()) + 30 * 86_400_000).toISOString();
  expect(seenBy(c, 's1', later).processes[0]?.meeting).toBeNull();
});

test('the end of a process shows from the moment of the closing words, and ends nothing else', () => {
  const c = withSecond(booked()).consent('r1', 'prepare', { processId: 'p2' });
  c.tell('process.ended', { processId: 'p2', reason: 'withdrawn', side: 'withheld' });
  const later = new Date(Date.parse(c.now()) + 30 * 86_400_000).toISOString();
  const stages = (at: string) => seenBy(c, 'r1', at).processes.map(({ stage }) => stage);
  expect(stages(c.now())).toEqual(['meetingBooked', 'preparing']);
  expect(stages(later)).toEqual(['meetingBooked', 'ended']);
  expect(seenBy(c, 'r1', later).stage).toBe('meetingBooked');
});

test('a letter is there for its sender from the draft and for its receiver from its delivery; the sender sees no difference', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('letter', ['h1', 'r1']);
  const letter = { processId: 'p1', communicationId: 'l' };
  const shown = (id: string) => seenBy(c, id).processes[0]?.communications;
  c.consent('h1', 'receive', { processId: 'p1', about: 'letter' });
  c.tell('communication.drafted', { ...letter, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' });
  const its = { id: 'l', caseId: 'case', text: 't', kind: 'letter' };
  const drafted = [{ ...its, sent: true, sha256: 's', passedOn: null, receipt: null }];
  expect([shown('r1'), shown('h1')]).toEqual([drafted, []]);
  c.tell('communication.agreed', { ...letter, participantId: 'r1', sha256: 's' });
  c.tell('communication.screened', { ...letter, sha256: 's' });
  c.tell('communication.secondChecked', { ...letter, sha256: 's' }, 'supervisor').sign('beforePassing', 'p1', 'l');
  c.tell('communication.passed', { ...letter, how: 'readAloud' });
  expect(shown('r1')).toEqual(drafted);
  expect(shown('h1')).toEqual([{ ...its, sent: false, sha256: null, passedOn: c.now().slice(0, 10), receipt: null }]);
});

test('interest is let known to the one person it was told to, and to nobody else of that side (R91)', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('r2', 'responsible');
  c.consent('h1', 'interest', { about: 'r1' }).tell('interest.told', { participantId: 'h1', to: 'r1' });
  expect(seenBy(c, 'r1').released.map(({ kind }) => kind)).toEqual(['interest']);
  expect(seenBy(c, 'r2').released).toEqual([]);
});
