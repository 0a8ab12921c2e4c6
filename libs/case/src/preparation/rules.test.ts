// What shuts a process until people are prepared and everything is settled, one change at a time (R47, R51 to R53).
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, type ACase, team } from '../../../../test/simulation/case-at-door.js';
import { arrangementsFor, processTypes, type ProcessType } from '../vocabulary/process-types.js';

const { lead, coordinator } = team;
const supporter: Said = {
  by: coordinator,
  type: 'participant.joined',
  participantId: 's',
  personId: 'ps',
  role: 'supporter',
  supports: 'h',
  age: 'adult',
  approach: 'agreed',
};
const chosen = (processType: ProcessType): Said => ({ by: lead, type: 'process.chosen', processType, reason: 't' });
const before = (c: ACase) => c.door('preparation.completed').blockers.map((b) => `${b.rule} ${b.about} ${b.who}`);

test('R51: whoever said they are not ready is waited for', () => {
  const c = aCaseAt('conference').say({ by: lead, type: 'readiness.stated', participantId: 'h', ready: false });
  expect(c.door('preparation.completed').blockers).toEqual([
    { rule: 'readiness', about: 'h', who: 'participant', since: c.at() },
  ]);
});

test('R51: a supporter who joins is prepared, assessed, ready, consents, and is accepted by both sides', () => {
  const c = aCaseAt('conference').say(supporter);
  expect(before(c)).toEqual(
    expect.arrayContaining([
      'assessment s facilitator',
      'preparation s facilitator',
      'readiness s participant',
      'consent s|prepare|- participant',
      'consent s|takePart|faceToFace participant',
      'consent h|attendance|s participant',
      'consent r|attendance|s participant',
    ]),
  );
  expect(c.open('preparation.completed').door('preparation.completed').open).toBe(true);
});

test('R47: a conference with supporters needs one, and nobody is arranged for before the kind is chosen', () => {
  const c = aCaseAt('preparation').say({ by: lead, type: 'preparation.begun' });
  expect(before(c)).toContain('process case facilitator');
  expect(before(c.say(chosen('faceToFaceWithSupporters')))).toContain('attendee supporter facilitator');
});

test('work with the person harmed alone is no conference, and the door to it is another', () => {
  const c = aCaseAt('conference').say(chosen('victimOnly'));
  expect(c.door('preparation.completed').blockers.map((b) => `${b.rule} ${b.about}`)).toContain('process victimOnly');
  expect(c.open('victimOnly.completed').door('victimOnly.completed').open).toBe(true);
});

const meetings = (Object.keys(processTypes) as ProcessType[]).filter((t) => processTypes[t].exchange === 'meeting');
test.each(meetings)('R52, R53: before a %s is booked everything it needs is settled', (processType) => {
  const c = aCaseAt('conference', { process: processType }).say({ by: lead, type: 'preparation.completed' });
  const settled = Object.keys(c.stored.facts.preparation.arrangements);
  const missing = c.door('conference.booked').blockers.filter((b) => b.rule === 'arrangement');
  expect([...settled, ...missing.map((b) => b.about)].toSorted()).toEqual(arrangementsFor(processType).toSorted());
  expect(missing.length).toBeGreaterThan(3);
  expect(c.open('conference.booked').door('conference.booked').open).toBe(true);
});

test('another kind of process is arranged afresh, and people are asked again whether they are ready (R47, R48)', () => {
  const c = aCaseAt('book').say(chosen('video'));
  const { arrangements, ready } = c.stored.facts.preparation;
  expect({ arrangements, ready }).toEqual({ arrangements: {}, ready: {} });
  expect(c.stored.state).toBe('consent');
});
