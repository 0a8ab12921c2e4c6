// On the day of a meeting everything is confirmed again, and a person is prepared only with their yes (R24, R33).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

test('R24, R33: what was confirmed and signed yesterday evening does not count this morning', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);
  c.book(['h1', 'r1'], 3).onTheDay();
  const begin = { processId: 'p1', attended: ['h1', 'r1'] };
  expect(c.whyNot('conference.begun', begin)).toEqual([]);
  c.goTo('2026-01-09T00:30:00.000Z');
  expect(c.whyNot('conference.begun', begin).toSorted()).toEqual([
    'booking b-p1',
    'lapsed dayOf|-',
    'reconfirmation h1|takePart|p1|faceToFace',
    'reconfirmation r1|takePart|p1|faceToFace',
  ]);
});

test('R24: nobody confirms for the day what they have not agreed to', () => {
  const c = new ToldCase().join('h1', 'harmed');
  const said = { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' } as const;
  expect(c.whyNot('consent.reconfirmed', said)).toEqual(['consent h1|takePart|p1|faceToFace']);
});

test('the door to preparing a person says that their consent to it is missing, before anyone tries', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('s1', 'supporter', { supports: 'h1' });
  c.findSuitable(['h1', 'r1']).beginPreparation(['h1', 'r1']);
  expect(c.door('preparation.held', 'p1', 'h1')).toEqual([]);
  expect(c.door('preparation.held', 'p1', 's1')).toContain('consent s1|prepare|p1|-');
});

test('R22, R24: whoever says once more what they gave is heard, though new risk information voided it; and nothing opens by it', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);
  c.book(['h1', 'r1'], 3).onTheDay().tell('risk.informed', { text: 't' });
  const said = { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' } as const;
  const person = c.stored.facts.people.participants['h1']?.personId ?? '';
  expect(c.whyNot('consent.reconfirmed', said, person)).toEqual([]);
  expect(c.whyNot('consent.reconfirmed', said, 'lead')).toEqual(['consent h1|takePart|p1|faceToFace']);
  c.tell('consent.reconfirmed', said, person);
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: ['h1', 'r1'] })).toEqual(['not-now']);
  expect(c.place()).toBe('consent');
});
