// On the day of a meeting everything is confirmed again, and a person is prepared only with their yes (R24, R33).
import { aCaseAt, team } from '../../../../test/simulation/case-at-door.js';

test('what was confirmed and signed yesterday evening does not count this morning', () => {
  const c = aCaseAt('begin');
  expect(c.door('conference.begun').open).toBe(true);
  const evening = new Date(c.at());
  const tomorrow = c.days((25 - evening.getUTCHours()) / 24); // the early hours of the next day
  const rules = new Set(tomorrow.door('conference.begun').blockers.map((b) => b.rule));
  expect(rules).toEqual(new Set(['lapsed', 'booking', 'reconfirmation']));
});

test('the door to preparing a person says that their consent to it is missing, before anyone tries', () => {
  const c = aCaseAt('conference').say({
    by: team.coordinator,
    type: 'participant.joined',
    participantId: 's',
    personId: 'ps',
    role: 'supporter',
    supports: 'h',
    age: 'adult',
    approach: 'agreed',
  });
  expect(c.door('preparation.held', 'h').open).toBe(true);
  expect(c.door('preparation.held', 's').blockers).toContainEqual({
    rule: 'consent',
    about: 's|prepare|-',
    who: 'participant',
    since: null,
  });
});
