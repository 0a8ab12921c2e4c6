// Whether a person can say yes: capacity in doubt, and what somebody under 18 needs beside their own view (R25, R26, R93, R94).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const FACE = { processId: 'p1', about: 'faceToFace' };
/** h1 and r1, found suitable. */
const suitable = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(['h1', 'r1']);

test('R25, R94: a doubt on capacity waits for an assessment, and for the safeguarding lead; who lacks it gives no yes', () => {
  const c = suitable();
  for (const id of ['h1', 'r1']) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
  c.tell('capacity.doubted', { participantId: 'h1' });
  expect(c.whyNot('preparation.begun', { processId: 'p1' }).toSorted()).toEqual([
    'capacity h1',
    'checkpoint capacity|h1',
  ]);
  expect(
    c.whyNot('checkpoint.passed', { processId: 'p1', checkpoint: 'capacity', about: 'h1' }, 'safeguarding'),
  ).toEqual(['notReached capacity']);
  c.tell('capacity.assessed', { participantId: 'h1', finding: 'lacks', support: 'pictures' });
  expect(c.whyNot('consent.given', c.yes('h1', 'prepare', { processId: 'p1' }))).toEqual(['capacity h1']);
  c.tell('capacity.assessed', { participantId: 'h1', finding: 'hasWithSupport', support: 'pictures' }).sign(
    'capacity',
    'p1',
    'h1',
    'safeguarding',
  );
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
});

test('R26, R93: a child goes on with an appropriate adult only, who is of age and not implicated', () => {
  const c = new ToldCase().join('r1', 'responsible', { age: 'underSixteen' });
  c.add('father', 'supporter', { supports: 'r1', implicated: true }).add('aunt', 'supporter', { supports: 'r1' });
  c.add('cousin', 'supporter', { supports: 'r1', age: 'sixteenOrSeventeen' });
  for (const adultId of ['father', 'cousin'])
    expect(c.whyNot('appropriateAdult.named', { participantId: 'r1', adultId, connection: 'none' })).toEqual([
      `appropriateAdult ${adultId}`,
    ]);
  c.nameAdult('r1', 'aunt');
  const yes = c.yes('r1', 'contact');
  expect(c.whyNot('consent.given', { ...yes, childView: 'disagrees' })).toEqual(['unsound childView']);
  expect(c.whyNot('consent.given', { ...yes, adult: { adultId: 'father', position: 'agrees' } })).toEqual([
    'unsound adult',
  ]);
  const { competence: _none, ...without } = yes;
  expect(c.whyNot('consent.given', without)).toEqual(['unsound competence']);
  expect(c.whyNot('consent.given', yes)).toEqual([]);
});

test('R26, R93: when the adult leaves, the door shuts again; who is found to be a minor is asked again', () => {
  const c = suitable();
  for (const id of ['h1', 'r1']) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
  c.tell('age.confirmed', { participantId: 'h1', age: 'sixteenOrSeventeen' });
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|contact|-|-', 'consentLapsed h1|prepare|p1|-', 'appropriateAdult h1']),
  );
  c.add('aunt', 'supporter', { supports: 'h1' }).nameAdult('h1', 'aunt');
  c.consent('h1', 'contact').consent('h1', 'prepare', { processId: 'p1' });
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
  c.tell('participant.left', { participantId: 'aunt', reason: 'moved' }, 'coordinator');
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual(['appropriateAdult h1']);
});

test('R26: a minor meets nobody without their appropriate adult in the room', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible', { age: 'sixteenOrSeventeen' });
  c.join('aunt', 'supporter', { supports: 'r1', part: 'appropriateAdult' });
  c.nameAdult('r1', 'aunt');
  c.prepare('faceToFace', ['h1', 'r1']).consent('aunt', 'takePart', FACE);
  const book = { processId: 'p1', bookingId: 'b', startsAt: '2026-01-12T10:00:00.000Z' };
  expect(c.whyNot('conference.booked', { ...book, attendees: ['h1', 'r1'] })).toEqual(['companion r1']);
  expect(c.whyNot('conference.booked', { ...book, attendees: ['h1', 'r1', 'aunt'] })).toEqual([]);
});
