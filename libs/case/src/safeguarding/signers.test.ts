// A missing sign-off names somebody who could give it: not a duty that nobody fills, and never the assessment's author.
import { seasoned } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, team, type ACase } from '../../../../test/simulation/case-at-door.js';

const { coordinator, supervisor } = team;
const waitsFor = (c: ACase) =>
  c
    .days(2)
    .door('conference.begun')
    .blockers.filter((b) => b.about === 'dayOf|-')
    .map((b) => b.who);

test('when the facilitator wrote the assessments and nobody supervises, the safeguarding lead is named', () => {
  expect(waitsFor(aCaseAt('begin'))).toEqual(['safeguardingLead']);
});

test('when somebody supervises the case, the supervisor is named', () => {
  const staffId = supervisor.id;
  const c = aCaseAt('begin')
    .say({ by: coordinator, type: 'facilitator.asked', staffId, duty: 'supervisor' })
    .say({ by: supervisor, type: 'conflict.declared', staffId, connected: false })
    .say({ by: coordinator, type: 'facilitator.assigned', staffId, duty: 'supervisor', standing: seasoned });
  expect(waitsFor(c)).toEqual(['supervisor']);
});
