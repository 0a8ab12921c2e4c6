// What a person sees after their own word has ended something, and after the kind of process became one that is not theirs (R20, R22).
import { defaults, settingsWith } from '#libs/case';
import { myCase } from '../../src/queries/my-cases/my-case.js';
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const settings = settingsWith(defaults);
const seenBy = (c: ToldCase, id: string, at = c.now()) => myCase({ facts: c.stored.facts, id, at, settings });
const FACE = { purpose: 'takePart', processId: 'p1', about: 'faceToFace' } as const;
const two = ['h1', 'h2', 'r1'];
const met = (): ToldCase =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('h2', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', two)
    .book(two)
    .onTheDay()
    .wait(2)
    .begin(two);
const standing = (c: ToldCase, id: string) => {
  const [own] = seenBy(c, id).processes;
  return [own?.stage, own?.meeting];
};

test('whoever withdraws while people meet sees in that moment that the meeting is over for them; the others see nothing of it', () => {
  const c = met();
  const others = [seenBy(c, 'h1'), seenBy(c, 'r1')];
  const at = c.now();
  c.tell('consent.withdrawn', { participantId: 'h2', ...FACE }, 'person-h2');
  expect(c.place()).toEqual({ conference: 'underWay' });
  expect(standing(c, 'h2')).toEqual(['afterwards', null]);
  expect([seenBy(c, 'h1', at), seenBy(c, 'r1', at)]).toEqual(others);
});

test.each(['asPlanned', 'stopped', 'adjourned'] as const)(
  'whoever withdrew while people met sees the same afterwards, whether the others ended %s or not',
  (how) => {
    const c = met().tell('consent.withdrawn', { participantId: 'h2', ...FACE }, 'person-h2');
    const before = seenBy(c, 'h2');
    const at = c.now();
    c.tell('conference.ended', { processId: 'p1', how, aftercare: 't' });
    expect(seenBy(c, 'h2', at)).toEqual(before);
  },
);

test('where their word breaks off the meeting, it is over for them too', () => {
  const c = met().tell('consent.withdrawn', { participantId: 'r1', ...FACE }, 'person-r1');
  expect(c.place()).toBe('consent');
  expect(standing(c, 'r1')).toEqual(['afterwards', null]);
});

const meeting = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);
const chosen = (processType: 'harmedOnly' | 'letter') => ({ processId: 'p1', processType, reason: 'why' });

test('when the process becomes work with the person harmed alone, the other side sees what they saw before', () => {
  const c = meeting();
  const [before, at] = [seenBy(c, 'r1'), c.now()];
  expect(before.processes[0]?.type).toBe('faceToFace');
  c.tell('process.typeChosen', chosen('harmedOnly'));
  expect(seenBy(c, 'r1', at)).toEqual(before);
  expect(seenBy(c, 'h1').processes[0]?.type).toBe('harmedOnly');
});

test('where it was never another kind, the other side sees none', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(['h1', 'r1']);
  const [before, at] = [seenBy(c, 'r1'), c.now()];
  c.tell('process.typeChosen', chosen('harmedOnly'));
  expect(seenBy(c, 'r1', at)).toEqual(before);
  expect(seenBy(c, 'r1').processes[0]?.type).toBeNull();
});

test('another kind that is theirs too is theirs to see, and they are asked for it', () => {
  const c = meeting().tell('process.typeChosen', chosen('harmedOnly')).tell('process.typeChosen', chosen('letter'));
  const [own] = seenBy(c, 'r1').processes;
  expect(own?.type).toBe('letter');
  expect(own?.consents.filter(({ asked }) => asked).map(({ purpose, about }) => [purpose, about])).toEqual([
    ['takePart', 'letter'],
  ]);
});
