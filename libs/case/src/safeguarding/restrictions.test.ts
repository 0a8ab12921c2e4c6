// What the safeguarding lead stopped, paused or narrowed, only the safeguarding lead lets go on (R37).
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, team } from '../../../../test/simulation/case-at-door.js';
import type { ConcernDecision } from '../vocabulary/safeguarding.js';

const { lead, safeguardingLead, coordinator } = team;
const decided = (decision: ConcernDecision) =>
  aCaseAt('book')
    .say({ by: coordinator, type: 'concern.raised', concernId: 'worry', text: 't' })
    .say({ by: safeguardingLead, type: 'concern.decided', concernId: 'worry', decision, reason: 't' });
const lifted = (restriction: 'stopped' | 'indirectOnly', by = safeguardingLead): Said => ({
  by,
  type: 'restriction.lifted',
  restriction,
  reason: 't',
});

test('a stop lasts until the safeguarding lead lifts it', () => {
  const c = decided('stop').days(30);
  expect(c.door('conference.booked').blockers.map((b) => b.rule)).toEqual(['stopped']);
  expect(() => c.say(lifted('stopped', lead))).toThrow('may not say');
  expect(c.say(lifted('stopped')).door('conference.booked').open).toBe(true);
});

test('"no direct process" lasts until the safeguarding lead lifts it', () => {
  const c = decided('indirectOnly');
  expect(c.door('conference.booked').blockers.map((b) => b.rule)).toEqual(['indirectOnly']);
  expect(c.say(lifted('indirectOnly')).door('conference.booked').open).toBe(true);
});

test('what is not in force cannot be lifted', () => {
  expect(decided('continue').tell(lifted('stopped'))).toMatchObject([{ rule: 'unsound', about: 'restriction' }]);
});

test('a pause that the safeguarding lead decided is not ended by the facilitator; one of the team is', () => {
  const resumed = (by: Said['by']): Said => ({ by, type: 'case.resumed', reason: 't' });
  expect(() => decided('pause').say(resumed(lead))).toThrow('may not say');
  expect(decided('pause').say(resumed(safeguardingLead)).door('conference.booked').open).toBe(true);
  const team = aCaseAt('book').say({ by: lead, type: 'case.paused', reason: 't' });
  expect(team.say(resumed(lead)).door('conference.booked').open).toBe(true);
});
