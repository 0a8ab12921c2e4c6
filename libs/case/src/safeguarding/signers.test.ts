// A missing sign-off names somebody who could give it: not a duty that nobody fills, and never the assessment's author.
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const waitsFor = (c: ToldCase, checkpoint: string): string[] => {
  const decided = c.preview('conference.begun', { processId: 'p1', attended: ['h1', 'r1'] }).would;
  return decided.ok ? [] : decided.blockers.filter((b) => b.about === `${checkpoint}|-`).map((b) => b.who);
};
const booked = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']).book(['h1', 'r1']);

test('when the facilitator wrote the assessments, the supervisor on the case is named', () => {
  expect(waitsFor(booked(), 'dayOf')).toEqual(['supervisor']);
});

test('when nobody supervises the case, the safeguarding lead is named', () => {
  const c = booked().tell('facilitator.released', { staffId: 'supervisor', reason: 'why' }, 'coordinator');
  expect(waitsFor(c, 'dayOf')).toEqual(['safeguardingLead']);
});

test('when a facilitator did not write them, the facilitator is named', () => {
  expect(waitsFor(booked().assign('co', 'coFacilitator'), 'dayOf')).toEqual(['facilitator']);
});
