// Nobody is asked for a yes whom nobody may reach (R4, R7).
import { given } from '../../../../test/scenario/answer-blocker.js';
import { ACase, team } from '../../../../test/simulation/case-at-door.js';

const yes = (c: ACase) => ({
  ...given(c.around, c.stored.facts, { participantId: 'h', purpose: 'contact' }, c.at()),
  by: team.coordinator,
});

test('R4: after abuse that the person responsible began, no consent of the person harmed is taken until they ask', () => {
  const c = new ACase({ kind: 'sexual', opened: { initiator: 'responsible' } });
  expect(c.tell(yes(c))).toContainEqual(expect.objectContaining({ rule: 'abuseInitiated', about: 'h' }));
  c.say({ by: team.safeguardingLead, type: 'initiative.recorded', participantId: 'h' });
  expect(c.tell(yes(c))).toEqual([]);
});

test('R7: of somebody who did not agree to be approached no consent is taken', () => {
  const c = new ACase({ harmed: { approach: 'objected' } });
  expect(c.tell(yes(c))).toContainEqual(expect.objectContaining({ rule: 'approachBasis', about: 'h' }));
});
